package dev.tertulia.server.console.deliveries;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterId;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.server.console.page.ListQuery;

/** Search for the letters of a kind that contain a text, newest first. */
record LetterSearch(DeadLetters letters, DeadLetterKind kind, ListQuery query) {

    /** The most letters that are looked at. */
    static final int MOST_SEEN = 20_000;

    private static final int AT_ONCE = 500;

    /**
     * What was found.
     *
     * @param complete whether all letters were looked at
     */
    record Found(List<DeadLetter> letters, boolean complete) {}

    /** Finds letters behind another one. */
    Found after(@Nullable DeadLetterId start, int atMost) {
        return find(start, atMost, letter -> true);
    }

    /** Finds letters that there were at a moment. */
    Found until(Instant moment, int atMost) {
        return find(null, atMost, letter -> !letter.since().isAfter(moment));
    }

    private Found find(@Nullable DeadLetterId start, int atMost, Predicate<DeadLetter> wanted) {
        List<DeadLetter> found = new ArrayList<>();
        DeadLetterId after = start;
        for (int seen = 0; seen < MOST_SEEN; seen += AT_ONCE) {
            List<DeadLetter> page = letters.list(kind, after, AT_ONCE);
            for (DeadLetter letter : page) {
                if (found.size() == atMost) {
                    return new Found(found, true);
                }
                if (matches(letter) && wanted.test(letter)) {
                    found.add(letter);
                }
            }
            if (page.size() < AT_ONCE) {
                return new Found(found, true);
            }
            after = page.getLast().id();
        }
        return new Found(found, false);
    }

    private boolean matches(DeadLetter letter) {
        return query.matches(letter.id().toString(), letter.group(), letter.cause(),
                letter.code() == null ? null : letter.code().toString());
    }
}
