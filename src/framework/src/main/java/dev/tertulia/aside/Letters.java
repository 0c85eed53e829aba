package dev.tertulia.aside;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;
import dev.tertulia.window.WindowRule;
import dev.tertulia.window.Windows;

/** What one phone number has put aside, for an operator who looks at it, retries or discards it. */
public final class Letters {

    private final Parts parts;

    /** What it works with. */
    public record Parts(String number, AsideStore store, Windows windows, WindowRule rule, Rereading rereading,
            InstantSource clock, Journal journal) {}

    public Letters(Parts parts) {
        this.parts = parts;
    }

    /** The phone number id. */
    public String number() {
        return parts.number();
    }

    /** How many letters there are of each kind. */
    public Map<Kind, Long> counts() {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            counts.put(kind, drawer(kind).count());
        }
        return counts;
    }

    /**
     * Some letters of a kind, as {@link Drawer#list} has them.
     *
     * @param after the letter to go on behind, there or not; {@code null} for the start
     */
    public List<Letter> list(Kind kind, @Nullable LetterId after, int atMost) {
        if (after != null && after.kind() != kind) {
            throw new IllegalArgumentException(after + " is of another kind than " + kind);
        }
        return drawer(kind).list(after == null ? null : after.key(), atMost);
    }

    /** A letter. */
    public Optional<Letter> find(LetterId id) {
        return drawer(id.kind()).find(id.key());
    }

    /** Lets it go on, as {@link Drawer#retry} says; a payload is read again. */
    public Answer retry(LetterId id) {
        Optional<Letter> letter = find(id);
        try {
            return letter.isEmpty() ? Answer.GONE : retry(letter.get(), parts.clock().instant());
        } catch (Drawer.CannotRead e) {
            return new Answer(false, e.getMessage());
        }
    }

    private Answer retry(Letter letter, Instant now) {
        if (letter.kind() == Kind.QUARANTINED) {
            return readAgain(letter, now);
        }
        String words = words(letter, now);
        return done(drawer(letter.kind()).retry(letter.id().key(), now), Step.RETRIED_BY_HAND, letter, words);
    }

    /** Taken in first: what is read twice is known as seen. */
    private Answer readAgain(Letter letter, Instant now) {
        Optional<String> why = parts.rereading().readAgain(letter.content());
        return why.map(reason -> new Answer(false, "it stays, since it still cannot be read: " + reason))
                .orElseGet(() -> done(drawer(letter.kind()).discard(letter.id().key(), now), Step.RETRIED_BY_HAND,
                        letter, "it was read, and is handled like any delivery"));
    }

    private String words(Letter letter, Instant now) {
        boolean late = letter.expires() != null && now.isAfter(letter.expires());
        return switch (letter.kind()) {
            case DEAD_EVENT -> "it lies at the end of its group's mailbox, and its handler runs again";
            case DEAD_SEND -> late
                    ? "it is the last in its group's queue; it expired at " + letter.expires()
                            + ", and is sent without that limit"
                    : "it is the last in its group's queue";
            case HELD -> parts.rule().isOpen(parts.windows().openUntil(letter.group()), now)
                    ? "it is the next in its group's queue"
                    : "it is the next in its group's queue, but the window is shut: nothing leaves free-form until"
                            + " somebody writes there, and it may be held again";
            case UNKNOWN -> "it is the next in its group's queue; if it had got through, it arrives twice";
            case PARKED -> "its group goes on, and is parked again if WhatsApp still refuses";
            case QUARANTINED -> "it is read again";
        };
    }

    /** Forgets it. */
    public Answer discard(LetterId id) {
        Optional<Letter> letter = find(id);
        return letter.isEmpty()
                ? Answer.GONE
                : done(drawer(id.kind()).discard(id.key(), parts.clock().instant()), Step.DISCARDED, letter.get(),
                        id.kind() == Kind.PARKED ? "all that its group had to send is forgotten" : "it is forgotten");
    }

    private Answer done(boolean done, Step step, Letter letter, String words) {
        if (!done) {
            return Answer.GONE;
        }
        parts.journal().record(
                new Journal.Entry(step, parts.number(), letter.group(), letter.id().toString(), words));
        return new Answer(true, words);
    }

    private Drawer drawer(Kind kind) {
        return parts.store().drawer(kind);
    }
}
