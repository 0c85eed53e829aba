package dev.tertulia.operator;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.CommandResult;
import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterId;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.journal.Step;
import dev.tertulia.number.NumberContext;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.store.DeadLetterStore;
import dev.tertulia.store.EventJournal;
import dev.tertulia.store.JournalEntry;
import dev.tertulia.webhook.QuarantineReplayer;
import dev.tertulia.window.WindowRule;
import dev.tertulia.window.Windows;

/** The dead letters of one phone number, which an operator lists, retries or discards. */
public final class NumberDeadLetters implements DeadLetters {

    private static final CommandResult GONE = new CommandResult(false, "it no longer exists");

    private final NumberContext number;
    private final DeadLetterStore store;
    private final Windows windows;
    private final WindowRule rule;
    private final QuarantineReplayer replayer;
    private final EventJournal events;

    /** @param events gets what is retried or discarded */
    public NumberDeadLetters(NumberContext number, DeadLetterStore store, Windows windows, WindowRule rule,
            QuarantineReplayer replayer, EventJournal events) {
        this.number = number;
        this.store = store;
        this.windows = windows;
        this.rule = rule;
        this.replayer = replayer;
        this.events = events;
    }

    @Override
    public DeadLetters of(String id) {
        number.requireSame(id);
        return this;
    }

    @Override
    public String number() {
        return number.number();
    }

    @Override
    public Map<DeadLetterKind, Long> counts() {
        Map<DeadLetterKind, Long> counts = new EnumMap<>(DeadLetterKind.class);
        for (DeadLetterKind kind : DeadLetterKind.values()) {
            counts.put(kind, queue(kind).count());
        }
        return counts;
    }

    @Override
    public List<DeadLetter> list(DeadLetterKind kind, @Nullable DeadLetterId after, int atMost) {
        if (after != null && after.kind() != kind) {
            throw new IllegalArgumentException(after + " is of another kind than " + kind);
        }
        return queue(kind).list(after == null ? null : after.key(), atMost);
    }

    @Override
    public Optional<DeadLetter> find(DeadLetterId id) {
        return queue(id.kind()).find(id.key());
    }

    @Override
    public CommandResult retry(DeadLetterId id) {
        Optional<DeadLetter> letter = find(id);
        try {
            return letter.isEmpty() ? GONE : retry(letter.get(), number.now());
        } catch (DeadLetterQueue.CannotRead e) {
            return new CommandResult(false, e.getMessage());
        }
    }

    private CommandResult retry(DeadLetter letter, Instant now) {
        if (letter.kind() == DeadLetterKind.QUARANTINED) {
            return readAgain(letter, now);
        }
        String words = words(letter, now);
        return done(queue(letter.kind()).retry(letter.id().key(), now), Step.RETRIED_BY_HAND, letter, words);
    }

    /** Accepts first, because a repetition is recognized as a duplicate. */
    private CommandResult readAgain(DeadLetter letter, Instant now) {
        Optional<String> why = replayer.readAgain(letter.content());
        return why.map(reason -> new CommandResult(false, "it stays, because it still cannot be read: " + reason))
                .orElseGet(() -> done(queue(letter.kind()).discard(letter.id().key(), now), Step.RETRIED_BY_HAND,
                        letter, "it was read, and is handled like any delivery"));
    }

    private String words(DeadLetter letter, Instant now) {
        boolean late = letter.expires() != null && now.isAfter(letter.expires());
        return switch (letter.kind()) {
            case DEAD_EVENT -> "it is at the end of its group's mailbox, and its handler runs again";
            case DEAD_SEND -> late
                    ? "it is the last in its group's queue; it expired at " + letter.expires()
                            + ", and is sent without that limit"
                    : "it is the last in its group's queue";
            case HELD -> rule.isOpen(windows.openUntil(letter.group()), now)
                    ? "it is the next in its group's queue"
                    : "it is the next in its group's queue, but the window is shut: nothing leaves free-form until"
                            + " somebody writes there, and it may be held again";
            case UNKNOWN -> "it is the next in its group's queue; if it was sent before, it arrives twice";
            case PARKED -> "its group is released, and is parked again if WhatsApp still refuses";
            case QUARANTINED -> "it is read again";
        };
    }

    @Override
    public CommandResult discard(DeadLetterId id) {
        Optional<DeadLetter> letter = find(id);
        return letter.isEmpty()
                ? GONE
                : done(queue(id.kind()).discard(id.key(), number.now()), Step.DISCARDED, letter.get(),
                        id.kind() == DeadLetterKind.PARKED
                                ? "everything that its group had to send is deleted"
                                : "it is forgotten");
    }

    private CommandResult done(boolean done, Step step, DeadLetter letter, String words) {
        if (!done) {
            return GONE;
        }
        number.journal().record(step, letter.group(), letter.id().toString(), words);
        LetterSubject.of(letter, number.json()).ifPresent(subject -> events.add(JournalEntry.of(number.now(), step,
                letter.group(), subject.mark(), subject.subject(), words)));
        return new CommandResult(true, words);
    }

    private DeadLetterQueue queue(DeadLetterKind kind) {
        return store.queue(kind);
    }
}
