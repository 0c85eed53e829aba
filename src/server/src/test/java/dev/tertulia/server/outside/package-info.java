/** Test fixtures around the process: a Graph API, a Redis, and Meta's deliveries. */
@NullMarked
package dev.tertulia.server.outside;

import org.jspecify.annotations.NullMarked;
