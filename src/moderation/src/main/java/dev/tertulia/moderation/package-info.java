/** Moderation of groups by rules in a file: what a person who does not program wants to see noted, answered or decided. */
@NullMarked
package dev.tertulia.moderation;

import org.jspecify.annotations.NullMarked;
