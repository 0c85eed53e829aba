package dev.tertulia.store;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;

/**
 * The next event of a claimed group, its earlier attempts, and the state of its bots.
 *
 * @param event the next event; {@code null} if there is none or the claim is lost
 * @param attempts the number of earlier attempts, which failed or whose process died
 * @param state the stored values of the group, as JSON by key
 * @param blocked whether entries of the group are held, or the group is parked
 * @param stored the event as the store has it, by which a commit finds it again; empty if there is none
 */
public record Mail(@Nullable Event event, int attempts, Map<String, String> state, boolean blocked, String stored) {}
