/** The lines of all phone numbers, and what is repeated for them. */
@NullMarked
package dev.tertulia.server.lines;

import org.jspecify.annotations.NullMarked;
