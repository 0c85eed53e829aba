package dev.tertulia.dispatch;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * That a handler takes an event.
 *
 * @param words what was found for the parameters, by name
 * @param usage when a command was written wrong: how to write it, to be answered instead
 */
record Match(Map<String, String> words, @Nullable String usage) {

    static final Match PLAIN = new Match(Map.of(), null);

    static Match of(Map<String, String> words) {
        return new Match(words, null);
    }

    static Match misused(String usage) {
        return new Match(Map.of(), usage);
    }
}
