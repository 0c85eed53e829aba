/** What deliveries cost: booked once each, turned into money by a rate card, and kept within a daily limit. */
@NullMarked
package dev.tertulia.costs;

import org.jspecify.annotations.NullMarked;
