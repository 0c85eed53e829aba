package dev.tertulia.store;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;

/**
 * What lies in front of whoever claimed a group.
 *
 * @param event    the next event; {@code null} if there is none or the claim is lost
 * @param attempts how often it was tried before: each time it failed, or whoever tried died
 * @param state    what bots remember of the group, as JSON by key
 */
public record Mail(@Nullable Event event, int attempts, Map<String, String> state) {}
