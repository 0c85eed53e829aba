/** Cases of moderation, and the trail in which everything about them is recorded. */
@NullMarked
package dev.tertulia.moderation.cases;

import org.jspecify.annotations.NullMarked;
