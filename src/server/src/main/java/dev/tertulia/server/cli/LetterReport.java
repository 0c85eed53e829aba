package dev.tertulia.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterId;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.deadletter.DeadLetters;

/**
 * The dead letters of a number in the JSON of the command {@code dead-letters}.
 *
 * @param counts  how many there are of each kind; {@code null} in a list of letters
 * @param letters a page of letters, the newest of each kind first; {@code null} where they are counted
 * @param more    the ids after which further letters follow, each to be given to {@code --from}
 */
record LetterReport(String number, @Nullable Map<DeadLetterKind, Long> counts, @Nullable List<Item> letters,
        @Nullable List<String> more) {

    /**
     * One letter.
     *
     * @param expires the instant after which sending it is no longer useful; {@code null} if it does not expire
     * @param content its content, as JSON in a string, with what people wrote; {@code null} in a list
     */
    record Item(String id, DeadLetterKind kind, String group, String since, String cause, @Nullable Integer code,
            @Nullable String advice, @Nullable String expires, @Nullable String content) {

        static Item of(DeadLetter letter, @Nullable String content) {
            return new Item(letter.id().toString(), letter.kind(), letter.group(), letter.since().toString(),
                    letter.cause(), letter.code(), letter.advice(),
                    letter.expires() == null ? null : letter.expires().toString(), content);
        }
    }

    /** The result of retrying or discarding a letter. */
    record Result(String id, boolean done, String words) {}

    static LetterReport counts(DeadLetters letters) {
        Map<DeadLetterKind, Long> counts = new TreeMap<>();
        letters.counts().forEach((kind, count) -> counts.put(kind, count.longValue()));
        return new LetterReport(letters.number(), counts, null, null);
    }

    static LetterReport page(DeadLetters letters, List<DeadLetterKind> kinds, @Nullable DeadLetterId from, int most) {
        List<Item> items = new ArrayList<>();
        List<String> more = new ArrayList<>();
        for (DeadLetterKind kind : kinds) {
            List<DeadLetter> page = letters.list(kind, from, most + 1);
            page.stream().limit(most).forEach(letter -> items.add(Item.of(letter, null)));
            if (page.size() > most) {
                more.add(page.get(most - 1).id().toString());
            }
        }
        return new LetterReport(letters.number(), null, items, more);
    }
}
