/** The phrases of the framework and of bots, in several languages. */
@NullMarked
package dev.tertulia.phrases;

import org.jspecify.annotations.NullMarked;
