package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.store.EventJournal;
import dev.tertulia.store.JournalEntry;

/** The journal in a queue, which forgets from its old end. */
final class MemoryJournal implements EventJournal {

    private final Object lock;
    private final EventJournal.Limits limits;
    private final Deque<Numbered> entries = new ArrayDeque<>();
    private long last;

    MemoryJournal(Object lock, EventJournal.Limits limits) {
        this.lock = lock;
        this.limits = limits;
    }

    private record Numbered(long number, JournalEntry entry) {

        Placed placed() {
            return new Placed(Long.toString(number), entry);
        }
    }

    @Override
    public void add(JournalEntry entry) {
        synchronized (lock) {
            note(entry);
        }
    }

    /** Adds entries of one moment, joined where they can be; with the lock held. */
    void note(List<JournalEntry> some) {
        JournalEntry last = null;
        for (JournalEntry next : some) {
            if (last != null && last.joins(next)) {
                last = last.with(next);
            } else {
                note(last);
                last = next;
            }
        }
        note(last);
    }

    /** With the lock held. */
    void note(@Nullable JournalEntry entry) {
        if (entry != null && limits.isKept()) {
            entries.add(new Numbered(++last, entry));
            if (entries.size() > limits.entries()) {
                entries.remove();
            }
        }
    }

    /** With the lock held. */
    void forgetOld(Instant now) {
        Instant oldest = now.minus(limits.kept());
        while (!entries.isEmpty() && entries.peek().entry().at().isBefore(oldest)) {
            entries.remove();
        }
    }

    @Override
    public List<Placed> before(@Nullable String place, int atMost) {
        long before = place == null ? Long.MAX_VALUE : Long.parseLong(place);
        List<Placed> found = new ArrayList<>();
        synchronized (lock) {
            Iterator<Numbered> each = entries.descendingIterator();
            while (each.hasNext() && found.size() < atMost) {
                Numbered next = each.next();
                if (next.number() < before) {
                    found.add(next.placed());
                }
            }
        }
        return found;
    }
}
