package dev.tertulia.message;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An event that this version has no type for, such as a poll, or a webhook field that Meta added recently.
 *
 * @param kind   its source: the webhook field and the type, as in {@code messages.unsupported}
 * @param sender the person who caused it, if known
 * @param raw    the JSON as received
 */
public record Unsupported(Origin origin, String kind, @Nullable Member sender, List<WireError> errors, String raw)
        implements
            Event {

    @Override
    public boolean opensWindow() {
        return sender != null;
    }
}
