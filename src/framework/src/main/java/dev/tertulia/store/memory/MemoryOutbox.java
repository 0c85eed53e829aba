package dev.tertulia.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.Begun;
import dev.tertulia.outbox.BlockedUntil;
import dev.tertulia.outbox.Departure;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendCounts;
import dev.tertulia.outbox.SettleResult;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.throttle.LaneKind;

/** The outbox in maps. */
final class MemoryOutbox implements OutboxStore {

    private static final int REMEMBERED = 10_000;

    private final Object lock;
    private final LongSupplier nanos;
    private final MemoryOperations operations;
    private final MemoryBroadcasts broadcasts;
    private final MemoryQueues queues = new MemoryQueues();
    private final Map<String, Begun> inHand = new HashMap<>();
    private final MemoryHeldSends held = new MemoryHeldSends();
    private final MemoryParkedGroups parked = new MemoryParkedGroups();
    private final Map<String, Sent> sent = new BoundedMap<>(REMEMBERED);
    private final Map<String, String> confirmed = new BoundedMap<>(REMEMBERED);
    private final DeadLetterList<Settlement.Dead> dead;
    private final OutboxViews aside;
    private @Nullable String owner;
    private long ownedUntil;
    private long fence;
    private long attempts;

    /**
     * Creates an empty outbox.
     *
     * @param nanos the clock of the pump's lease
     */
    MemoryOutbox(Object lock, MemoryOperations operations, MemoryBroadcasts broadcasts, LongSupplier nanos) {
        this.nanos = nanos;
        this.lock = lock;
        this.operations = operations;
        this.broadcasts = broadcasts;
        this.dead = new DeadLetterList<>(lock, OutboxViews::deadLetter, this::sendAnew,
                settlement -> settlement.send().group());
        this.aside = new OutboxViews(lock, queues, broadcasts);
    }

    private record Sent(Send send, @Nullable String messageId) {}

    @Override
    public OptionalLong lease(String wants, Duration length) {
        synchronized (lock) {
            long now = nanos.getAsLong();
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
    public List<Begun> interrupted(long mine) {
        synchronized (lock) {
            return mine != fence
                    ? List.of()
                    : inHand.values().stream().filter(begun -> begun.fence() != mine)
                            .map(begun -> new Begun(begun.send(), mine, "")).toList();
        }
    }

    @Override
    public List<DueQueue> due(LaneKind lane, Instant now, int atMost) {
        synchronized (lock) {
            return queues.due(lane, now, group -> !parked.has(group), atMost);
        }
    }

    @Override
    public Optional<Begun> begin(long mine, LaneKind lane, DueQueue wanted) {
        synchronized (lock) {
            QueueKey queue = new QueueKey(wanted.group(), lane, wanted.priority());
            if (!leads(mine) || inHand.containsKey(queue.slot()) || parked.has(wanted.group())
                    || queues.waits(queue)) {
                return Optional.empty();
            }
            Send first = queues.take(queue);
            if (first == null) {
                return Optional.empty();
            }
            Begun begun = new Begun(first, mine, String.valueOf(++attempts));
            inHand.put(queue.slot(), begun);
            return Optional.of(begun);
        }
    }

    /** With the lock held. */
    Optional<Begun> begin(Departure departure) {
        return due(departure.lane(), departure.now(), departure.group()).stream()
                .flatMap(due -> begin(departure.fence(), departure.lane(), due).stream()).findFirst();
    }

    private List<DueQueue> due(LaneKind lane, Instant now, String group) {
        return parked.has(group) ? List.of() : queues.due(lane, now, group::equals, 1);
    }

    /** With the lock held. Whether entries of a group are held, or the group is parked. */
    boolean blocks(String group) {
        return held.count(group) > 0 || parked.has(group);
    }

    @Override
    public void putBack(Begun begun) {
        synchronized (lock) {
            QueueKey queue = QueueKey.of(begun.send());
            if (begun.fence() == fence && inHand.remove(queue.slot(), begun)) {
                queues.addFirst(begun.send(), Instant.EPOCH);
            }
        }
    }

    @Override
    public SettleResult settle(Begun attempt, Settlement settlement) {
        synchronized (lock) {
            QueueKey queue = QueueKey.of(settlement.send());
            Begun begun = inHand.get(queue.slot());
            if (attempt.fence() != fence || begun == null || !begun.send().id().equals(settlement.send().id())
                    || begun.fence() == fence && !begun.token().equals(attempt.token())) {
                return SettleResult.REFUSED;
            }
            inHand.remove(queue.slot());
            put(queue, settlement);
            return Stream.of(LaneKind.values()).anyMatch(lane -> !due(lane, settlement.at(), queue.group()).isEmpty())
                    ? SettleResult.MORE
                    : SettleResult.SETTLED;
        }
    }

    private void put(QueueKey queue, Settlement settlement) {
        Send send = settlement.send();
        switch (settlement) {
            case Settlement.Again again -> queues.addFirst(send);
            case Settlement.Parked blocked -> {
                queues.addFirst(send);
                parked.add(send.group(), blocked.until(), blocked.at());
            }
            case Settlement.Sent accepted -> sent.put(send.id(), new Sent(send, accepted.messageId()));
            case Settlement.Held hold -> held.add(hold);
            case Settlement.Dead failed -> dead.add(failed);
            case Settlement.Gone _,Settlement.Stopped _ -> {
            }
        }
        broadcasts.settled(settlement);
        queues.next(queue, settlement instanceof Settlement.Again again ? again.due() : settlement.at());
        if (!settlement.inQueue()) {
            queues.decided(send, settlement.at());
        }
    }

    /** With the lock held. Returns whether the group is parked, so that it waits there. */
    boolean append(Send send) {
        send.operation().ifPresent(operations::start);
        queues.addLast(send);
        return parked.has(send.group());
    }

    /** With the lock held. */
    boolean leads(long mine) {
        return mine == fence && ownedUntil - nanos.getAsLong() > 0;
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
            Optional<Send> waiting = queues.unknown(sendId);
            waiting.ifPresent(send -> {
                queues.remove(send);
                put(QueueKey.of(send), new Settlement.Sent(send, now, messageId));
            });
            return waiting.isPresent();
        }
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
                return found != null ? Optional.of(found.send()) : queues.unknown(sendId);
            }
            return sent.values().stream().filter(s -> messageId.equals(s.messageId())).map(Sent::send).findFirst();
        }
    }

    @Override
    public Map<String, Send> sent(Collection<String> sendIds) {
        synchronized (lock) {
            return sendIds.stream().filter(sent::containsKey)
                    .collect(Collectors.toMap(id -> id, id -> sent.get(id).send()));
        }
    }

    @Override
    public boolean resettle(Settlement settlement) {
        synchronized (lock) {
            Send send = settlement.send();
            Optional<Send> waiting = queues.unknown(send.id());
            waiting.ifPresent(queues::remove);
            if (sent.remove(send.id()) == null && waiting.isEmpty()) {
                return false;
            }
            confirmed.remove(send.id());
            put(QueueKey.of(send), settlement);
            return true;
        }
    }

    @Override
    public int releaseHeld(String group, Instant now) {
        synchronized (lock) {
            List<Send> back = held.takeAll(group);
            back.reversed().forEach(send -> queues.addFirst(send, now));
            return back.size();
        }
    }

    @Override
    public long countHeld(String group) {
        synchronized (lock) {
            return held.count(group);
        }
    }

    @Override
    public List<String> holdsEnded(Instant now) {
        synchronized (lock) {
            return held.over(now);
        }
    }

    @Override
    public SendCounts counts() {
        synchronized (lock) {
            return queues.counts(parked::has, inHand.size(), held.count(), dead.count());
        }
    }

    @Override
    public void unpark(String group, BlockedUntil reason, Instant now) {
        synchronized (lock) {
            parked.remove(group, reason);
        }
    }

    /** When queues are looked at and holds end; with the lock held. */
    Stream<Instant> moments() {
        return Stream.concat(queues.moments(group -> !parked.has(group)), held.moments());
    }

    private void sendAnew(Settlement.Dead dead, Instant now) {
        Send send = dead.send().anew(now);
        send.operation().ifPresent(operations::forgetFailed);
        append(send);
        aside.queuedAgain(send, now);
    }

    Map<DeadLetterKind, DeadLetterQueue> queues() {
        return Map.of(DeadLetterKind.DEAD_SEND, dead, DeadLetterKind.HELD, aside.held(held), DeadLetterKind.UNKNOWN,
                aside.unknown(), DeadLetterKind.PARKED,
                aside.parked(parked));
    }
}
