package dev.tertulia.store.memory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.graph.ErrorCatalogue;
import dev.tertulia.outbox.Progress;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.store.DeadLetterQueue;

/** Dead-letter views of the outbox: held, unknown, parked. Retrying or discarding an entry updates the figures of its broadcast. */
final class OutboxViews {

    private final Object lock;
    private final MemoryQueues queues;
    private final MemoryBroadcasts broadcasts;

    OutboxViews(Object lock, MemoryQueues queues, MemoryBroadcasts broadcasts) {
        this.lock = lock;
        this.queues = queues;
        this.broadcasts = broadcasts;
    }

    static DeadLetter deadLetter(String key, Settlement.Dead dead) {
        Send send = dead.send();
        return new DeadLetter(DeadLetterKind.DEAD_SEND.id(key), send.group(), dead.at(), dead.letter(), dead.code(),
                ErrorCatalogue.advice(dead.code()), send.expires(),
                Json.write(send));
    }

    /** The queues of dead letters of an outbox. */
    Map<DeadLetterKind, DeadLetterQueue> all(DeadLetterQueue dead, MemoryHeldSends held, MemoryParkedGroups parked) {
        return Map.of(DeadLetterKind.DEAD_SEND, dead, DeadLetterKind.HELD, held(held), DeadLetterKind.UNKNOWN,
                unknown(), DeadLetterKind.PARKED, parked(parked));
    }

    private DeadLetterQueue held(MemoryHeldSends held) {
        return new FilteredView(lock, held::letters, (key, now) -> {
            Optional<Send> taken = held.take(key);
            taken.ifPresent(send -> queues.addFirst(send, now));
            return taken.isPresent();
        }, (key, now) -> {
            Optional<Send> taken = held.take(key);
            taken.ifPresent(send -> dropped(send, now));
            return taken.isPresent();
        });
    }

    private DeadLetterQueue unknown() {
        return new FilteredView(lock, () -> queues.waitingForStatus().flatMap(OutboxViews::unknownLetter), this::again,
                this::drop);
    }

    private static Stream<DeadLetter> unknownLetter(Send send) {
        return send.progress() instanceof Progress.Unknown unknown
                ? Stream.of(new DeadLetter(DeadLetterKind.UNKNOWN.id(send.id()), send.group(), unknown.unknownSince(),
                        unknown.explain(), null, null, send.expires(), Json.write(send)))
                : Stream.empty();
    }

    private boolean again(String id, Instant now) {
        Optional<Send> taken = queues.takeUnknown(id).map(Send::repeated);
        taken.ifPresent(send -> {
            queues.addFirst(send, now);
            queuedAgain(send, now);
        });
        return taken.isPresent();
    }

    private boolean drop(String id, Instant now) {
        Optional<Send> taken = queues.takeUnknown(id);
        taken.ifPresent(send -> {
            queues.next(QueueKey.of(send), now);
            queues.decided(send, now);
            dropped(send, now);
        });
        return taken.isPresent();
    }

    private DeadLetterQueue parked(MemoryParkedGroups parked) {
        return new FilteredView(lock, parked::letters, (key, now) -> parked.take(key).isPresent(), (key, now) -> {
            Optional<String> taken = parked.take(key);
            taken.map(queues::removeAll).orElse(List.of()).forEach(send -> dropped(send, now));
            return taken.isPresent();
        });
    }

    void queuedAgain(Send send, Instant now) {
        broadcasts.settled(new Settlement.Again(send, now, now, ""));
    }

    private void dropped(Send send, Instant now) {
        broadcasts.settled(new Settlement.Gone(send, now, ""));
    }
}
