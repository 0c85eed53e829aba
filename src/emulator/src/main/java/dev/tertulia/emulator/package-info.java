/**
 * Emulator of WhatsApp groups: Meta's endpoints, signed webhooks, members with phones, a movable clock, and faults on
 * demand.
 */
@NullMarked
package dev.tertulia.emulator;

import org.jspecify.annotations.NullMarked;
