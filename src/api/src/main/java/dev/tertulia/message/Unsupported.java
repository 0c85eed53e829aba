package dev.tertulia.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something real that has no type of its own here: a poll, a one-to-one message, a template's approval, a field
 * that Meta added yesterday.
 *
 * @param kind   where it stood: the webhook field, then the type, as in {@code messages.unsupported}
 * @param sender who caused it, when somebody did
 * @param raw    the JSON as it came
 */
public record Unsupported(Origin origin, String kind, @Nullable Member sender, List<WireError> errors, String raw)
        implements
            Event {

    @Override
    public boolean opensWindow() {
        return sender != null && origin.inGroup();
    }
}
