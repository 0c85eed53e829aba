package dev.tertulia.journal;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A journal that a test can read. */
public final class RecordingJournal implements Journal {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final List<Turned> turns = new CopyOnWriteArrayList<>();
    private final List<Integer> failures = new CopyOnWriteArrayList<>();

    @Override
    public void record(Entry entry) {
        entries.add(entry);
    }

    @Override
    public void turned(Turned turned) {
        turns.add(turned);
        turned.lateFailure().ifPresent(failures::add);
    }

    /** What turns failed by, oldest first. */
    public List<Throwable> causes() {
        return turns.stream().map(turned -> turned.ending().failure()).filter(Objects::nonNull).toList();
    }

    /** The codes of messages that failed late, oldest first. */
    public List<Integer> failures() {
        return List.copyOf(failures);
    }

    /** All entries, oldest first. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** What was said about every such step, oldest first. */
    public List<String> details(Step step) {
        return entries.stream().filter(entry -> entry.step() == step).map(Entry::detail).toList();
    }
}
