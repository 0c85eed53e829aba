package dev.tertulia.turn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.message.TimerFired;
import dev.tertulia.store.StartTimer;

/**
 * The framework's own timers in conversations: a question has left or its time is over, or a turn wants something done in
 * another conversation. No timer of a bot has such a name.
 */
record ChatTimers(ObjectMapper json, Instant now) {

    /** The time of a question is over; its payload is the question's id. */
    static final String TIME_OUT = TurnFactory.OWN_TIMER + "answer";
    /** The message of a question leaves; its payload is the question. */
    static final String ASKED = TurnFactory.OWN_TIMER + "asked";
    /** The message of a question was not sent; its payload is the question's id. */
    static final String WITHDRAWN = TurnFactory.OWN_TIMER + "withdrawn";
    /** The person of a private chat had another one under the id that is its payload. */
    static final String MOVED_HERE = TurnFactory.OWN_TIMER + "moved-here";
    /** All that was stored of a private chat has moved to another one. */
    static final String MOVED_AWAY = TurnFactory.OWN_TIMER + "moved-away";
    private static final String LANGUAGE = TurnFactory.OWN_TIMER + "language";
    private static final Set<String> OWN = Set.of(TIME_OUT, ASKED, WITHDRAWN, MOVED_HERE, MOVED_AWAY, LANGUAGE);

    /** Whether a timer is one of these. */
    static boolean concerns(TimerFired fired) {
        return OWN.contains(fired.name());
    }

    /** Sets the language of another conversation. */
    StartTimer speaking(String conversation, Locale language) {
        return new StartTimer(conversation, LANGUAGE, LANGUAGE + " " + SortableIds.next(now), now,
                language.toLanguageTag());
    }

    /** Ends a question. */
    StartTimer ending(String conversation, OpenQuestion question) {
        return new StartTimer(conversation, TIME_OUT, TIME_OUT + " " + question.id(), question.until(), question.id(),
                question.id(), question.member());
    }

    /** Empties a private chat whose data has moved away. */
    StartTimer movedAway(String conversation) {
        return new StartTimer(conversation, MOVED_AWAY, MOVED_AWAY, now, "");
    }

    /** Does what such a timer is for; the end of a question's time is left to the caller. */
    void apply(TimerFired fired, SharedTurn.Chat chat, NumberChats chats, Dialogues.MemberLookup members) {
        Dialogues dialogues = chat.dialogues();
        BufferedEffects effects = chat.effects();
        switch (fired.name()) {
            case ASKED -> dialogues.open(read(fired.payload()), members, effects);
            case WITHDRAWN -> dialogues.withdraw(fired.payload(), effects);
            case MOVED_HERE -> new ChatMove(chats, chat, fired).run(this);
            case MOVED_AWAY -> chat.states().clear();
            case LANGUAGE -> effects.language(fired.group(), Locale.forLanguageTag(fired.payload()));
            default -> {
            }
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
