/** The comparison of a version of the rules that is in force in a share of the groups with the version before it. */
@NullMarked
package dev.tertulia.moderation.canary;

import org.jspecify.annotations.NullMarked;
