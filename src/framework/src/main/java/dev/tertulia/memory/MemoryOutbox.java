package dev.tertulia.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import dev.tertulia.outbox.Due;
import dev.tertulia.outbox.LaneKind;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Park;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendCounts;
import dev.tertulia.outbox.SendCounts.Apart;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.outbox.Settlement.Fate;

/** The outbox in maps. */
final class MemoryOutbox implements OutboxStore {

    private static final int REMEMBERED = 10_000;

    private final Object lock;
    private final MemoryOperations operations;
    private final MemoryBroadcasts broadcasts;
    private final Map<SendQueue, Deque<Send>> queues = new HashMap<>();
    private final Map<SendQueue, Instant> due = new LinkedHashMap<>();
    private final Map<String, Begun> inHand = new HashMap<>();
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final Map<String, Park> parked = new HashMap<>();
    private final Map<String, Sent> sent = new BoundedMap<>(REMEMBERED);
    private final Map<String, String> confirmed = new BoundedMap<>(REMEMBERED);
    private final Newest<Settlement> dead = new Newest<>();
    private @Nullable String owner;
    private long ownedUntil;
    private long fence;

    MemoryOutbox(Object lock, MemoryOperations operations, MemoryBroadcasts broadcasts) {
        this.lock = lock;
        this.operations = operations;
        this.broadcasts = broadcasts;
    }

    /** An entry on its way and the pump that began it. */
    private record Begun(Send send, long fence) {}

    private record Held(Deque<Send> sends, Instant until) {}

    private record Sent(Send send, @Nullable String messageId) {}

    @Override
    public OptionalLong lease(String wants, Duration length) {
        synchronized (lock) {
            long now = System.nanoTime();
            if (owner != null && !owner.equals(wants) && ownedUntil - now > 0) {
                return OptionalLong.empty();
            }
            if (!wants.equals(owner) || ownedUntil - now <= 0) {
                fence++;
            }
            owner = wants;
            ownedUntil = now + length.toNanos();
            return OptionalLong.of(fence);
        }
    }

    @Override
    public void release(long mine) {
        synchronized (lock) {
            if (mine == fence) {
                owner = null;
                fence++;
            }
        }
    }

    @Override
    public List<Send> interrupted(long mine) {
        synchronized (lock) {
            return mine != fence
                    ? List.of()
                    : inHand.values().stream().filter(begun -> begun.fence() != mine).map(Begun::send).toList();
        }
    }

    @Override
    public List<Due> due(LaneKind lane, Instant now, int atMost) {
        synchronized (lock) {
            return due.entrySet().stream().filter(e -> e.getKey().lane() == lane && !e.getValue().isAfter(now))
                    .filter(e -> !parked.containsKey(e.getKey().group()))
                    .sorted(Comparator.comparing((Map.Entry<SendQueue, Instant> e) -> e.getKey().priority())
                            .thenComparing(Map.Entry::getValue))
                    .limit(atMost).map(e -> new Due(e.getKey().group(), e.getKey().priority())).toList();
        }
    }

    @Override
    public Optional<Send> begin(long mine, LaneKind lane, Due wanted) {
        synchronized (lock) {
            SendQueue queue = new SendQueue(wanted.group(), lane, wanted.priority());
            if (!leads(mine) || inHand.containsKey(queue.slot()) || parked.containsKey(wanted.group())) {
                return Optional.empty();
            }
            due.remove(queue);
            Send first = queue(queue).poll();
            if (first != null) {
                inHand.put(queue.slot(), new Begun(first, mine));
            }
            return Optional.ofNullable(first);
        }
    }

    @Override
    public boolean settle(long mine, Settlement settlement) {
        synchronized (lock) {
            SendQueue queue = SendQueue.of(settlement.send());
            Begun begun = inHand.get(queue.slot());
            if (mine != fence || begun == null || !begun.send().id().equals(settlement.send().id())) {
                return false;
            }
            inHand.remove(queue.slot());
            put(queue, settlement);
            return true;
        }
    }

    private void put(SendQueue queue, Settlement settlement) {
        Send send = settlement.send();
        switch (settlement.fate()) {
            case AGAIN -> queue(queue).addFirst(send);
            case PARKED -> {
                queue(queue).addFirst(send);
                parked.put(send.group(), Park.valueOf(settlement.reason()));
            }
            case SENT -> sent.put(send.id(), new Sent(send, settlement.messageId()));
            case HELD -> hold(settlement);
            case DEAD -> dead.add(settlement);
            case GONE, STOPPED -> {
            }
        }
        broadcasts.settled(settlement);
        next(queue, settlement.fate() == Fate.AGAIN ? settlement.until() : settlement.at());
    }

    /** A group is looked at when the first of its entries has been held for long enough. */
    private void hold(Settlement settlement) {
        Held before = held.getOrDefault(settlement.send().group(), new Held(new ArrayDeque<>(), settlement.until()));
        before.sends().add(settlement.send());
        Instant until = settlement.until().isBefore(before.until()) ? settlement.until() : before.until();
        held.put(settlement.send().group(), new Held(before.sends(), until));
    }

    /** When the queue is looked at next; behind all that wait for the same moment. */
    private void next(SendQueue queue, Instant at) {
        due.remove(queue);
        if (queue(queue).isEmpty()) {
            queues.remove(queue);
        } else {
            due.put(queue, at);
        }
    }

    private Deque<Send> queue(SendQueue queue) {
        return queues.computeIfAbsent(queue, q -> new ArrayDeque<>());
    }

    /** With the lock held. Returns whether the group is parked, so that it waits there. */
    boolean append(Send send) {
        send.operation().ifPresent(operations::start);
        SendQueue queue = SendQueue.of(send);
        queue(queue).addLast(send);
        due.putIfAbsent(queue, send.created());
        return parked.containsKey(send.group());
    }

    /** With the lock held. */
    boolean leads(long mine) {
        return mine == fence && ownedUntil - System.nanoTime() > 0;
    }

    @Override
    public boolean stopped(String broadcast) {
        return broadcasts.isStopped(broadcast);
    }

    @Override
    public void add(Send send) {
        synchronized (lock) {
            append(send);
        }
    }

    @Override
    public boolean confirm(String group, String sendId, String messageId, Instant now) {
        synchronized (lock) {
            if (sent.containsKey(sendId)) {
                return false;
            }
            confirmed.put(sendId, messageId);
            Optional<Send> waiting = unknown(group, sendId);
            waiting.ifPresent(send -> {
                queue(SendQueue.of(send)).remove(send);
                put(SendQueue.of(send), new Settlement(send, Fate.SENT, now, now, messageId, "a status came"));
            });
            return waiting.isPresent();
        }
    }

    private Optional<Send> unknown(String group, String sendId) {
        return queues.entrySet().stream().filter(e -> e.getKey().group().equals(group))
                .flatMap(e -> e.getValue().stream())
                .filter(send -> send.id().equals(sendId) && send.progress().unknownSince() != null).findFirst();
    }

    @Override
    public boolean confirmed(String sendId) {
        synchronized (lock) {
            return confirmed.containsKey(sendId);
        }
    }

    @Override
    public boolean inHand(String group, String sendId) {
        synchronized (lock) {
            return inHand.values().stream().anyMatch(begun -> begun.send().id().equals(sendId));
        }
    }

    @Override
    public Optional<Send> findSent(String group, @Nullable String sendId, String messageId) {
        synchronized (lock) {
            if (sendId != null) {
                Sent found = sent.get(sendId);
                return found != null ? Optional.of(found.send()) : unknown(group, sendId);
            }
            return sent.values().stream().filter(s -> messageId.equals(s.messageId())).map(Sent::send).findFirst();
        }
    }

    @Override
    public boolean resettle(Settlement settlement) {
        synchronized (lock) {
            Send send = settlement.send();
            Optional<Send> waiting = unknown(send.group(), send.id());
            waiting.ifPresent(w -> queue(SendQueue.of(w)).remove(w));
            if (sent.remove(send.id()) == null && waiting.isEmpty()) {
                return false;
            }
            confirmed.remove(send.id());
            put(SendQueue.of(send), settlement);
            return true;
        }
    }

    @Override
    public int unhold(String group, Instant now) {
        synchronized (lock) {
            Held back = held.remove(group);
            if (back == null) {
                return 0;
            }
            for (Send send : back.sends().reversed()) {
                queue(SendQueue.of(send)).addFirst(send);
                due.put(SendQueue.of(send), now);
            }
            return back.sends().size();
        }
    }

    @Override
    public List<String> overheld(Instant now) {
        synchronized (lock) {
            return held.entrySet().stream().filter(e -> !e.getValue().until().isAfter(now)).map(Map.Entry::getKey)
                    .toList();
        }
    }

    @Override
    public SendCounts counts() {
        synchronized (lock) {
            return new SendCounts(Tally.queued(queues, parked.keySet()),
                    new Apart(inHand.size(), Tally.unknown(queues), Tally.parked(queues, parked.keySet()),
                            held.values().stream().mapToInt(h -> h.sends().size()).sum(), dead.size()),
                    due.values().stream().min(Comparator.naturalOrder()).orElse(null));
        }
    }

    @Override
    public void unpark(String group, Park reason, Instant now) {
        synchronized (lock) {
            parked.remove(group, reason);
        }
    }
}
