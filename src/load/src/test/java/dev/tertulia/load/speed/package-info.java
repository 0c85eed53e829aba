/** Speed of the application beside that of a bare server which does the same work. */
@NullMarked
package dev.tertulia.load.speed;

import org.jspecify.annotations.NullMarked;
