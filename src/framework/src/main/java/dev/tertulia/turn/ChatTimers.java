package dev.tertulia.turn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.message.TimerFired;
import dev.tertulia.store.StartTimer;

/**
 * The framework's own timers in conversations: the time of a question is over, or a turn wants something done in the
 * conversation of another. No timer of a bot's has such a name.
 */
record ChatTimers(ObjectMapper json, Instant now) {

    /** The time of a question is over; its payload is the question's id. */
    static final String TIME_OUT = TurnFactory.OWN_TIMER + "answer";
    private static final String ASK = TurnFactory.OWN_TIMER + "ask";
    private static final String LANGUAGE = TurnFactory.OWN_TIMER + "language";

    /** Whether a timer is one of these. */
    static boolean concerns(TimerFired fired) {
        return fired.name().equals(TIME_OUT) || fired.name().equals(ASK) || fired.name().equals(LANGUAGE);
    }

    /** Opens a question in another conversation. */
    StartTimer asking(String conversation, AskedQuestion question) {
        return timer(conversation, ASK, written(question));
    }

    /** Sets the language of another conversation. */
    StartTimer speaking(String conversation, Locale language) {
        return timer(conversation, LANGUAGE, language.toLanguageTag());
    }

    /** Ends a question. */
    StartTimer ending(String conversation, OpenQuestion question) {
        return new StartTimer(conversation, TIME_OUT, TIME_OUT + " " + question.id(), question.until(), question.id(),
                question.id(), question.member());
    }

    /** Does what a timer of another turn's wants. */
    void apply(TimerFired fired, BufferedEffects effects) {
        switch (fired.name()) {
            case ASK -> effects.ask(fired.group(), read(fired.payload()));
            case LANGUAGE -> effects.language(fired.group(), Locale.forLanguageTag(fired.payload()));
            default -> {
            }
        }
    }

    private StartTimer timer(String conversation, String name, String payload) {
        return new StartTimer(conversation, name, name + " " + SortableIds.next(now), now, payload);
    }

    private String written(AskedQuestion question) {
        try {
            return json.writeValueAsString(question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AskedQuestion read(String payload) {
        try {
            return json.readValue(payload, AskedQuestion.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
