/** The commands of the command line. */
@NullMarked
package dev.tertulia.server.cli;

import org.jspecify.annotations.NullMarked;
