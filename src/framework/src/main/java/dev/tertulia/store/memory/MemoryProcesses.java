package dev.tertulia.store.memory;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import dev.tertulia.store.Processes;
import dev.tertulia.store.Processes.ProcessState;

/** The processes that share a store in memory: there is one. */
public final class MemoryProcesses implements Processes {

    private final LongSupplier nanos;
    private final Map<String, Seen> processes = new ConcurrentHashMap<>();

    /** A process, and when it no longer counts as alive. */
    private record Seen(ProcessState state, long until) {}

    public MemoryProcesses() {
        this(System::nanoTime);
    }

    MemoryProcesses(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public void alive(ProcessState state, Duration keep) {
        processes.put(state.name(), new Seen(state, nanos.getAsLong() + keep.toNanos()));
    }

    @Override
    public void ended(String name) {
        processes.remove(name);
    }

    @Override
    public List<ProcessState> all() {
        long now = nanos.getAsLong();
        return processes.values().stream().filter(seen -> seen.until() - now > 0).map(Seen::state)
                .sorted(Comparator.comparing(ProcessState::started)).toList();
    }
}
