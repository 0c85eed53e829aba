/** The development mode: compiles the bots of a project whenever a file changes, and reloads them in a running demo. */
@NullMarked
package dev.tertulia.devmode;

import org.jspecify.annotations.NullMarked;
