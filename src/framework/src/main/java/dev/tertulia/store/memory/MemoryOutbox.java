package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.Begun;
import dev.tertulia.outbox.BlockedUntil;
import dev.tertulia.outbox.Departure;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendCounts;
import dev.tertulia.outbox.SendQueue.SettleResult;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.outbox.WaitingSend;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.store.JournalEntries;
import dev.tertulia.store.JournalEntry;
import dev.tertulia.throttle.LaneKind;

/** The outbox in maps. */
final class MemoryOutbox extends MemoryLeasedOutbox {

    private final MemoryOperations operations;
    private final MemoryBroadcasts broadcasts;
    private final MemoryJournal journal;
    private final MemoryQueues queues = new MemoryQueues();
    private final MemoryInHand inHand;
    private final MemoryHeldSends held = new MemoryHeldSends();
    private final MemoryParkedGroups parked = new MemoryParkedGroups();
    private final MemorySentLog sentLog = new MemorySentLog();
    private final DeadLetterList<Settlement.Dead> dead;
    private final OutboxViews aside;

    MemoryOutbox(Object lock, MemoryOperations operations, MemoryBroadcasts broadcasts, MemoryJournal journal) {
        super(lock, System::nanoTime);
        this.inHand = new MemoryInHand(pumpLease);
        this.operations = operations;
        this.broadcasts = broadcasts;
        this.journal = journal;
        this.dead = new DeadLetterList<>(lock, OutboxViews::deadLetter, this::sendAnew,
                settlement -> settlement.send().group());
        this.aside = new OutboxViews(lock, queues, broadcasts);
    }

    @Override
    public List<Begun> interrupted(long mine) {
        synchronized (lock) {
            return inHand.interrupted(mine);
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
            if (!leads(mine) || inHand.isTaken(queue) || parked.has(wanted.group()) || queues.waits(queue)) {
                return Optional.empty();
            }
            return Optional.ofNullable(queues.take(queue)).map(first -> inHand.take(queue, first, mine));
        }
    }

    /** With the lock held. */
    Optional<Begun> begin(Departure departure) {
        return due(departure.lane(), departure.now(), departure.group()).stream()
                .flatMap(due -> begin(departure.fence(), departure.lane(), due).stream()).findFirst();
    }

    private List<DueQueue> due(LaneKind lane, Instant now, String group) {
        return parked.has(group) ? List.of() : queues.due(lane, now, group);
    }

    /** With the lock held. Whether entries of a group are held, or the group is parked. */
    boolean blocks(String group) {
        return held.count(group) > 0 || parked.has(group);
    }

    @Override
    public void putBack(Begun begun) {
        synchronized (lock) {
            if (inHand.putBack(begun)) {
                queues.addFirst(begun.send(), Instant.EPOCH);
            }
        }
    }

    @Override
    public SettleResult settle(Begun attempt, Settlement settlement) {
        synchronized (lock) {
            QueueKey queue = QueueKey.of(settlement.send());
            if (!inHand.settle(attempt, settlement.send())) {
                return SettleResult.REFUSED;
            }
            put(queue, settlement, JournalEntries.settled(settlement));
            return Stream.of(LaneKind.values()).anyMatch(lane -> !due(lane, settlement.at(), queue.group()).isEmpty())
                    ? SettleResult.MORE
                    : SettleResult.SETTLED;
        }
    }

    private void put(QueueKey queue, Settlement settlement, JournalEntry note) {
        journal.note(note);
        Send send = settlement.send();
        switch (settlement) {
            case Settlement.Again again -> queues.addFirst(send);
            case Settlement.Parked blocked -> {
                queues.addFirst(send);
                parked.add(send.group(), blocked.until(), blocked.at());
            }
            case Settlement.Sent accepted -> sentLog.add(send, accepted.messageId());
            case Settlement.Held hold -> held.add(hold);
            case Settlement.Dead failed -> dead.add(failed);
            case Settlement.Gone _,Settlement.Stopped _ -> {
            }
        }
        broadcasts.settled(settlement);
        queues.settled(queue, settlement);
    }

    /** With the lock held. Returns whether the group is parked, so that it waits there. */
    boolean append(Send send) {
        send.operation().ifPresent(operations::start);
        queues.addLast(send);
        return parked.has(send.group());
    }

    /** With the lock held. */
    boolean leads(long mine) {
        return pumpLease.isHeldBy(mine);
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
            if (sentLog.has(sendId)) {
                return false;
            }
            sentLog.confirm(sendId, messageId);
            Optional<Send> waiting = queues.unknown(sendId);
            waiting.ifPresent(send -> {
                queues.remove(send);
                put(QueueKey.of(send), new Settlement.Sent(send, now, messageId),
                        JournalEntries.confirmed(group, sendId, messageId, now));
            });
            return waiting.isPresent();
        }
    }

    @Override
    public boolean confirmed(String sendId) {
        synchronized (lock) {
            return sentLog.isConfirmed(sendId);
        }
    }

    @Override
    public boolean inHand(String group, String sendId) {
        synchronized (lock) {
            return inHand.has(sendId);
        }
    }

    @Override
    public Optional<Send> findSent(String group, @Nullable String sendId, String messageId) {
        synchronized (lock) {
            return sendId == null
                    ? sentLog.findMessage(messageId)
                    : sentLog.find(sendId).or(() -> queues.unknown(sendId));
        }
    }

    @Override
    public Map<String, Send> sent(Collection<String> sendIds) {
        synchronized (lock) {
            return sentLog.findAll(sendIds);
        }
    }

    @Override
    public boolean resettle(Settlement settlement) {
        synchronized (lock) {
            Send send = settlement.send();
            Optional<Send> waiting = queues.unknown(send.id());
            waiting.ifPresent(queues::remove);
            if (!sentLog.remove(send.id()) && waiting.isEmpty()) {
                return false;
            }
            sentLog.forgetConfirmation(send.id());
            put(QueueKey.of(send), settlement, JournalEntries.settled(settlement));
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
    public List<WaitingSend> waiting(int atMost) {
        synchronized (lock) {
            return queues.waiting(group -> !parked.has(group), atMost);
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
        return aside.all(dead, held, parked);
    }
}
