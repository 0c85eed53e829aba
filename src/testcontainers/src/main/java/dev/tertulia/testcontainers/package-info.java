/** The emulator of WhatsApp groups as a container in tests. */
@NullMarked
package dev.tertulia.testcontainers;

import org.jspecify.annotations.NullMarked;
