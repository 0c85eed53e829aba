package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tertulia.broadcast.BroadcastProgress;
import dev.tertulia.broadcast.RecipientStatus;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.store.BroadcastStore;

/** Broadcasts in maps. */
final class MemoryBroadcasts implements BroadcastStore {

    private final MemoryStore store;
    private final Map<String, Run> runs = new LinkedHashMap<>();

    MemoryBroadcasts(MemoryStore store) {
        this.store = store;
    }

    /** A broadcast under way. */
    private static final class Run {

        private final Started started;
        private final Deque<String> waiting;
        private final Map<String, RecipientStatus> stands = new HashMap<>();
        private final Map<RecipientStatus, Integer> counts = new EnumMap<>(RecipientStatus.class);
        private boolean stopped;

        Run(Started started, List<String> groups) {
            this.started = started;
            this.waiting = new ArrayDeque<>(groups);
            counts.put(RecipientStatus.WAITING, groups.size());
        }

        void stand(String group, RecipientStatus now) {
            RecipientStatus before = stands.put(group, now);
            counts.merge(before == null ? RecipientStatus.WAITING : before, -1, Integer::sum);
            counts.merge(now, 1, Integer::sum);
            if (now == RecipientStatus.WAITING && before != RecipientStatus.WAITING) {
                waiting.addLast(group);
            }
        }

        BroadcastProgress progress() {
            return new BroadcastProgress(started.name(), started.at(), stopped, counts);
        }

        int room() {
            BroadcastProgress now = progress();
            return stopped ? 0 : MOST_IN_QUEUES - now.queued() - now.unknown();
        }
    }

    @Override
    public boolean start(Started broadcast, List<String> groups) {
        synchronized (store) {
            Instant oldest = broadcast.at().minus(KEPT);
            runs.values().removeIf(run -> run.started.at().isBefore(oldest));
            return runs.putIfAbsent(broadcast.name(), new Run(broadcast, groups)) == null;
        }
    }

    @Override
    public Optional<Started> find(String name) {
        synchronized (store) {
            return Optional.ofNullable(runs.get(name)).map(run -> run.started);
        }
    }

    @Override
    public Optional<BroadcastProgress> progress(String name) {
        synchronized (store) {
            return Optional.ofNullable(runs.get(name)).map(Run::progress);
        }
    }

    @Override
    public void stopped(String name, boolean stopped) {
        synchronized (store) {
            runs.get(name).stopped = stopped;
        }
    }

    boolean isStopped(String name) {
        synchronized (store) {
            Run run = runs.get(name);
            return run != null && run.stopped;
        }
    }

    @Override
    public List<String> latest(int atMost) {
        synchronized (store) {
            return List.copyOf(runs.keySet()).reversed().stream().limit(atMost).toList();
        }
    }

    @Override
    public List<String> active() {
        synchronized (store) {
            return runs.values().stream().map(Run::progress)
                    .filter(run -> run.state() != BroadcastProgress.State.DONE).map(BroadcastProgress::name).toList();
        }
    }

    @Override
    public Optional<Batch> next(String name) {
        synchronized (store) {
            Run run = runs.get(name);
            List<String> first = run == null
                    ? List.of()
                    : run.waiting.stream().limit(Math.max(0, run.room())).toList();
            return first.isEmpty() ? Optional.empty() : Optional.of(new Batch(run.started, first));
        }
    }

    @Override
    public int feed(long fence, String name, List<Send> sends) {
        synchronized (store) {
            Run run = runs.get(name);
            if (run == null || run.stopped || !store.outboxInMemory().leads(fence)) {
                return 0;
            }
            int fed = 0;
            for (Send send : sends) {
                if (send.group().equals(run.waiting.peek())) {
                    run.waiting.remove();
                    boolean parked = store.outboxInMemory().append(send);
                    run.stand(send.group(), parked ? RecipientStatus.HELD : RecipientStatus.QUEUED);
                    fed++;
                }
            }
            return fed;
        }
    }

    /** Moves the stand of an entry's group, with the lock held. */
    void settled(Settlement settlement) {
        Send send = settlement.send();
        Send.broadcast(send.id()).map(runs::get)
                .ifPresent(run -> run.stand(send.group(), RecipientStatuses.after(settlement)));
    }

    @Override
    public List<Glance> glance(List<String> groups, String key) {
        synchronized (store) {
            return groups.stream().map(group -> new Glance(store.windows().openUntil(group),
                    store.inbox().state(group, key))).toList();
        }
    }
}
