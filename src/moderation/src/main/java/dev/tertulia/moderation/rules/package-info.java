/** The rule file: what it says, as records, and its reader. */
@NullMarked
package dev.tertulia.moderation.rules;

import org.jspecify.annotations.NullMarked;
