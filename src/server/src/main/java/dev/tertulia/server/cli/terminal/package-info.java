/** What commands print to a terminal or to a program, and how they fail. */
@NullMarked
package dev.tertulia.server.cli.terminal;

import org.jspecify.annotations.NullMarked;
