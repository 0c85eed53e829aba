/** HTTP requests and responses without sockets: routing, JSON and forms. Depends on no other package of the emulator. */
@NullMarked
package dev.tertulia.emulator.http;

import org.jspecify.annotations.NullMarked;
