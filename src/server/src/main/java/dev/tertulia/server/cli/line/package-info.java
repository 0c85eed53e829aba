/** The commands that show what a line does, and that send through its outbox. */
@NullMarked
package dev.tertulia.server.cli.line;

import org.jspecify.annotations.NullMarked;
