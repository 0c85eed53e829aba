package dev.tertulia.costs;

import java.time.LocalDate;
import java.util.List;

/**
 * A delivery of a message to one participant.
 *
 * @param keys what tells it from all others: one for each way in which the participant is known
 * @param day  when it happened
 * @param cost a single delivery's
 */
public record Delivery(List<String> keys, LocalDate day, Item item, Sum cost) {}
