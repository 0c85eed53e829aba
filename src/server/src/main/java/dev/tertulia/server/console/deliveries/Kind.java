package dev.tertulia.server.console.deliveries;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.deadletter.DeadLetterKind;

/** A kind of letters, as the URL names it. */
enum Kind {
    SEND("send", DeadLetterKind.DEAD_SEND),
    EVENT("event", DeadLetterKind.DEAD_EVENT),
    HELD("held", DeadLetterKind.HELD),
    UNKNOWN("unknown", DeadLetterKind.UNKNOWN),
    PARKED("parked", DeadLetterKind.PARKED),
    QUARANTINED("quarantined", DeadLetterKind.QUARANTINED);

    private final String word;
    private final DeadLetterKind letters;

    Kind(String word, DeadLetterKind letters) {
        this.word = word;
        this.letters = letters;
    }

    String word() {
        return word;
    }

    DeadLetterKind letters() {
        return letters;
    }

    static Kind of(DeadLetterKind letters) {
        return Stream.of(values()).filter(kind -> kind.letters == letters).findFirst().orElseThrow();
    }

    /** The kind of a word; without one, the first kind of which there are letters. */
    static Kind of(String word, Map<DeadLetterKind, Long> counts) {
        Optional<Kind> named = Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
        return named.or(() -> Stream.of(values()).filter(kind -> counts.getOrDefault(kind.letters, 0L) > 0)
                .findFirst()).orElse(SEND);
    }
}
