/** Deliveries that have left the normal flow: list, look, retry, discard. */
@NullMarked
package dev.tertulia.server.console.deliveries;

import org.jspecify.annotations.NullMarked;
