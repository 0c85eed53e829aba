package dev.tertulia.bot;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A message with choices to tap that says what happens when the person's window is shut, so it may be sent at any time.
 *
 * @param validFor how long the message is worth sending, from the time of the turn; {@code null} for no limit
 * @param followUp what follows once it was sent
 */
public record PrivateNotice(Menu menu, @Nullable String quotes, WhenShut whenShut, @Nullable Duration validFor,
        FollowUp followUp) {

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException when it is valid for less than nothing or for more than 10 years
     */
    public PrivateNotice {
        Notice.checked(validFor);
    }

    /** The same message, as a question to the person. */
    public PrivateNotice asking(String question) {
        return with(followUp.with(new Question(question, false)));
    }

    /** The same message with a tag and a payload, which the handlers of the tag get. */
    public PrivateNotice tagged(String tag, @Nullable Object payload) {
        return with(followUp.with(new Tag(tag, payload)));
    }

    private PrivateNotice with(FollowUp next) {
        return new PrivateNotice(menu, quotes, whenShut, validFor, next);
    }

    /** The same message, dropped with a journal entry if it cannot leave within this time. */
    public PrivateNotice expires(Duration after) {
        return new PrivateNotice(menu, quotes, whenShut, after, followUp);
    }
}
