/** The style sheets and scripts of the console. */
@NullMarked
package dev.tertulia.server.console.assets;

import org.jspecify.annotations.NullMarked;
