/** The customer service window of each group, and what it allows. */
@NullMarked
package dev.tertulia.window;

import org.jspecify.annotations.NullMarked;
