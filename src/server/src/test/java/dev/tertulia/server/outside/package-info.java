/** What surrounds the process, for tests: a Graph API, a Redis, and Meta's deliveries. */
@NullMarked
package dev.tertulia.server.outside;

import org.jspecify.annotations.NullMarked;
