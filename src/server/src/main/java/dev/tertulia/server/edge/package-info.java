/** What stands between the network and the process: bounds and checks that need no secret. */
@NullMarked
package dev.tertulia.server.edge;

import org.jspecify.annotations.NullMarked;
