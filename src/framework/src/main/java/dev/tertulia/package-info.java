/** The line of a phone number, assembled from the other packages, its periodic duties, and the threads that drive it. */
@NullMarked
package dev.tertulia;

import org.jspecify.annotations.NullMarked;
