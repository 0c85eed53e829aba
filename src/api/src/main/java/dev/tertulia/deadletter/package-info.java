/** Dead letters and everything else that has left the normal flow: listed, shown, retried, discarded. */
@NullMarked
package dev.tertulia.deadletter;

import org.jspecify.annotations.NullMarked;
