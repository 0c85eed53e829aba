/** The store of the server, for commands that run next to it. */
@NullMarked
package dev.tertulia.server.cli.store;

import org.jspecify.annotations.NullMarked;
