/** The shared parts of one phone number's line. */
@NullMarked
package dev.tertulia.number;

import org.jspecify.annotations.NullMarked;
