package dev.tertulia.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.store.EventJournal;
import dev.tertulia.store.JournalEntries;
import dev.tertulia.store.JournalEntry;

/** Adds what the journal says to the calls of steps. Once an hour it adds for how long the journal is kept. */
final class JournalCalls {

    private static final Duration SAID_EVERY = Duration.ofHours(1);

    private final Keys keys;
    private final EventJournal.Limits limits;
    private final AtomicReference<Instant> saidAgain = new AtomicReference<>(Instant.MIN);

    JournalCalls(Keys keys, EventJournal.Limits limits) {
        this.keys = keys;
        this.limits = limits;
    }

    Keys keys() {
        return keys;
    }

    /** Adds the four arguments that note.lua reads. */
    Call note(Call call, @Nullable JournalEntry entry) {
        return entry == null || !limits.isKept()
                ? call.args(0, 0, "", "")
                : bounds(call, entry.at()).args(JournalText.write(entry));
    }

    /** Adds the three arguments that notes.lua reads first. */
    Call bounds(Call call, Instant now) {
        return limits.isKept()
                ? call.keyArg(keys.journal()).args(limits.entries(), kept(now))
                : call.args(0, 0, "");
    }

    private Object kept(Instant now) {
        Instant due = saidAgain.get();
        boolean say = !now.isBefore(due) && saidAgain.compareAndSet(due, now.plus(SAID_EVERY));
        return say ? limits.kept().plus(SAID_EVERY).toMillis() : "";
    }

    /** Adds the two arguments of an event that notes.lua reads. */
    void accepted(Call call, Event event, Instant now) {
        if (limits.isKept()) {
            JournalEntry entry = JournalEntries.accepted(event, now);
            call.args(JournalText.head(entry), entry.detail());
        } else {
            call.args("", "");
        }
    }
}
