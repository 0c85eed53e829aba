/** Limits and checks between the network and the server that need no secret. */
@NullMarked
package dev.tertulia.server.edge;

import org.jspecify.annotations.NullMarked;
