/** The judgement of events by rules: which rules hit, and why. */
@NullMarked
package dev.tertulia.moderation.judge;

import org.jspecify.annotations.NullMarked;
