/** Cases: what waits for a decision, search, and one case with its trail. */
@NullMarked
package dev.tertulia.server.console.moderation;

import org.jspecify.annotations.NullMarked;
