/** Delivery of webhooks: the queue, retries, signatures and targets. */
@NullMarked
package dev.tertulia.emulator.webhook;

import org.jspecify.annotations.NullMarked;
