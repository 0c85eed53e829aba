/** The commands that act in a running emulator, over its HTTP interface. */
@NullMarked
package dev.tertulia.server.cli.emulator;

import org.jspecify.annotations.NullMarked;
