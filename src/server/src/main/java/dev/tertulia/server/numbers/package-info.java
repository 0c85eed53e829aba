/** The numbers that an installation serves: which were added or removed, and which have work. */
@NullMarked
package dev.tertulia.server.numbers;

import org.jspecify.annotations.NullMarked;
