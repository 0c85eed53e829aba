/** Dead letters and everything else that has left the normal flow: listed, shown, retried, discarded. */
@NullMarked
@Stable
package dev.tertulia.deadletter;

import org.jspecify.annotations.NullMarked;

import dev.tertulia.stability.Stable;
