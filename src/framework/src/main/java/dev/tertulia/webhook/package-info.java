/** Receives deliveries: handshake, signature over the raw bytes, payload to events. */
@NullMarked
package dev.tertulia.webhook;

import org.jspecify.annotations.NullMarked;
