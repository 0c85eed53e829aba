/** The lines of all phone numbers, and their periodic tasks. */
@NullMarked
package dev.tertulia.server.lines;

import org.jspecify.annotations.NullMarked;
