package dev.tertulia.moderation.cases;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is done about an event, complete with all words, so that a repetition of the turn does the same under any rules.
 *
 * @param action the action of the rule, such as {@code reply}
 * @param done   whether it is done; in shadow mode it only would have been
 * @param with   what the action needs, such as its {@code text}; empty once it was erased
 */
public record Deed(String action, boolean done, Map<String, String> with) {

    /** What is missing is empty. */
    public Deed(String action, boolean done, @Nullable Map<String, String> with) {
        this.action = action;
        this.done = done;
        this.with = with == null ? Map.of() : Map.copyOf(with);
    }

    /** A part of what the action needs; an empty text if it is missing. */
    public String get(String part) {
        return with.getOrDefault(part, "");
    }

    Deed withoutParts() {
        return new Deed(action, done, Map.of());
    }
}
