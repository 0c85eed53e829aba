/** The operator's commands. */
@NullMarked
package dev.tertulia.server.cli;

import org.jspecify.annotations.NullMarked;
