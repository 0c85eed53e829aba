package dev.tertulia.bot;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.InvalidArgument;

/**
 * A message that says what happens when the window of its group or person is shut, so it may be sent at any time.
 *
 * @param validFor how long the message is worth sending, from the time of the turn; {@code null} for no limit
 * @param followUp what follows once it was sent
 */
public record Notice(Body body, @Nullable String quotes, WhenShut whenShut, @Nullable Duration validFor,
        FollowUp followUp) implements Reply {

    private static final Duration LONGEST = Duration.ofDays(3653);

    public Notice(Body body, @Nullable String quotes, WhenShut whenShut, @Nullable Duration validFor,
            @Nullable FollowUp followUp) {
        if (body instanceof Menu) {
            throw new InvalidArgument("WhatsApp takes buttons and lists in private chats alone; make a PrivateReply");
        }
        this.body = body;
        this.quotes = quotes;
        this.whenShut = whenShut;
        this.validFor = checked(validFor);
        this.followUp = Objects.requireNonNullElse(followUp, FollowUp.NONE);
    }

    /** A notice that nothing follows. */
    public Notice(Body body, @Nullable String quotes, WhenShut whenShut, @Nullable Duration validFor) {
        this(body, quotes, whenShut, validFor, null);
    }

    static @Nullable Duration checked(@Nullable Duration validFor) {
        if (validFor != null && (validFor.isNegative() || validFor.compareTo(LONGEST) > 0)) {
            throw new InvalidArgument("expires(" + validFor + "): say how long, 10 years at most, for example"
                    + " Duration.ofHours(1); what is always worth sending needs none");
        }
        return validFor;
    }

    @Override
    public Notice quoting(IncomingMessage message) {
        return quoting(message.id());
    }

    @Override
    public Notice quoting(String messageId) {
        return new Notice(body, messageId, whenShut, validFor, followUp);
    }

    @Override
    public Notice asking(String question) {
        return with(followUp.with(new Question(question, false)));
    }

    @Override
    public Notice askingAnyone(String question) {
        return with(followUp.with(new Question(question, true)));
    }

    @Override
    public Notice tagged(String tag) {
        return tagged(tag, null);
    }

    @Override
    public Notice tagged(String tag, @Nullable Object payload) {
        return with(followUp.with(new Tag(tag, payload)));
    }

    @Override
    public Notice pinned(Duration time) {
        return with(followUp.pinnedFor(time));
    }

    /** The same message, dropped with a journal entry if it cannot leave within this time. */
    public Notice expires(Duration after) {
        return new Notice(body, quotes, whenShut, after, followUp);
    }

    private Notice with(FollowUp next) {
        return new Notice(body, quotes, whenShut, validFor, next);
    }
}
