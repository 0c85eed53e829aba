/** The commands that bring deliveries to a webhook: recorded ones again, and those of WhatsApp through a tunnel. */
@NullMarked
package dev.tertulia.server.cli.delivery;

import org.jspecify.annotations.NullMarked;
