package dev.tertulia.bot;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** A reply that does not say what happens when the window is shut. */
record PlainReply(Body body, @Nullable String quotes, FollowUp followUp) implements Reply {

    static Reply of(Body body) {
        return new PlainReply(body, null, FollowUp.NONE);
    }

    @Override
    public Reply quoting(String messageId) {
        return new PlainReply(body, messageId, followUp);
    }

    @Override
    public Reply asking(String question) {
        return with(followUp.with(new Question(question, false)));
    }

    @Override
    public Reply askingAnyone(String question) {
        return with(followUp.with(new Question(question, true)));
    }

    @Override
    public Reply tagged(String tag, @Nullable Object payload) {
        return with(followUp.with(new Tag(tag, payload)));
    }

    @Override
    public Reply pinned(Duration time) {
        return with(followUp.pinnedFor(time));
    }

    private Reply with(FollowUp next) {
        return new PlainReply(body, quotes, next);
    }
}
