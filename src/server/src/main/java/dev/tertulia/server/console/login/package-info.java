/** The login of the console, and the filter that admits its requests. */
@NullMarked
package dev.tertulia.server.console.login;

import org.jspecify.annotations.NullMarked;
