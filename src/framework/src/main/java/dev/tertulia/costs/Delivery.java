package dev.tertulia.costs;

import java.time.LocalDate;
import java.util.List;

/**
 * A delivery of a message to one participant.
 *
 * @param keys identity of the delivery: one key for each identity of the participant
 * @param day  when it happened
 * @param cost a single delivery's
 */
public record Delivery(List<String> keys, LocalDate day, Item item, Sum cost) {}
