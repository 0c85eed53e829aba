/** WhatsApp groups on loopback: Meta's endpoints, signed webhooks, people with phones, a clock that moves, faults on demand. */
@NullMarked
package dev.tertulia.emulator;

import org.jspecify.annotations.NullMarked;
