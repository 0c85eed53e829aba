/** Costs of deliveries: each is booked once, priced by a rate card, and kept within a daily limit. */
@NullMarked
package dev.tertulia.costs;

import org.jspecify.annotations.NullMarked;
