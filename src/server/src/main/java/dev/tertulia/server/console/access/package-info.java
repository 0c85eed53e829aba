/** Who may use the console: login, sessions, roles, and the checks of every request. */
@NullMarked
package dev.tertulia.server.console.access;

import org.jspecify.annotations.NullMarked;
