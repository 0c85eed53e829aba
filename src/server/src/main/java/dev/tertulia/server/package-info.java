/** The process: reads the settings, puts the lines together and runs them. */
@NullMarked
package dev.tertulia.server;

import org.jspecify.annotations.NullMarked;
