/** Whose turn it is: handlers found and checked at start-up, looked up at run time. */
@NullMarked
package dev.tertulia.dispatch;

import org.jspecify.annotations.NullMarked;
