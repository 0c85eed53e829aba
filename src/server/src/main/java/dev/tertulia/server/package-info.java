/** The server process: reads the settings, creates the lines and runs them. */
@NullMarked
package dev.tertulia.server;

import org.jspecify.annotations.NullMarked;
