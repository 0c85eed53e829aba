/** What the framework and its bots say to people, in their languages. */
@NullMarked
package dev.tertulia.phrases;

import org.jspecify.annotations.NullMarked;
