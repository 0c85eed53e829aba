/** Broadcasts: estimate, start, watch, stop. */
@NullMarked
package dev.tertulia.server.console.broadcasts;

import org.jspecify.annotations.NullMarked;
