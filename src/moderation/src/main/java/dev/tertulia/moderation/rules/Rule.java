package dev.tertulia.moderation.rules;

import java.util.List;

/**
 * A rule.
 *
 * @param name   different from those of all other rules of the file
 * @param on     the events that it judges
 * @param when   the condition; {@link Condition#ALWAYS} if the file gives none
 * @param unless the exception; {@link Condition#NEVER} if the file gives none
 * @param then   what is done, in this order. It contains {@link Action.Remove} only if the file says {@code irreversible}
 */
public record Rule(String name, Mode mode, On on, Condition when, Condition unless, List<Action> then) {

    public Rule {
        then = List.copyOf(then);
    }
}
