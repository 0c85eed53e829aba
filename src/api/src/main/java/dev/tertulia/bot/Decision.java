package dev.tertulia.bot;

import java.util.List;

/**
 * What the handlers decided about an event, for {@link After} methods.
 *
 * @param handlers the handlers that took the event, as class, method and parameter types, in the order of their calls
 * @param stopped  whether a {@link Before} method ended the event with {@link Turn#stop}
 */
public record Decision(List<String> handlers, boolean stopped) {

    public Decision {
        handlers = List.copyOf(handlers);
    }
}
