package dev.tertulia.emulator;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A message of the business that was accepted.
 *
 * @param readers who gets it in the group; empty for a message to a person
 * @param opaque what the caller wants to see again in the statuses
 */
record Outgoing(String id, String recipient, boolean toGroup, boolean template, List<Person> readers,
        @Nullable String opaque) {}
