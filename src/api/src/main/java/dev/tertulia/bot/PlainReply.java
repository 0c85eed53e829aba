package dev.tertulia.bot;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.GroupMessage;

/** A reply that does not say what happens when the window is shut. */
record PlainReply(Body body, @Nullable String quotes) implements Reply {

    @Override
    public Reply quoting(GroupMessage message) {
        return new PlainReply(body, message.id());
    }
}
