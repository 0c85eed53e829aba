package dev.tertulia.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.tertulia.aside.Drawer;
import dev.tertulia.aside.Kind;
import dev.tertulia.aside.Letter;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.outbox.Settlement.Fate;

/** What of the outbox waits for a person or an event, in drawers. What a person decides counts in a broadcast's figures. */
final class AsideSends {

    private final Object lock;
    private final MemoryQueues queues;
    private final MemoryBroadcasts broadcasts;

    AsideSends(Object lock, MemoryQueues queues, MemoryBroadcasts broadcasts) {
        this.lock = lock;
        this.queues = queues;
        this.broadcasts = broadcasts;
    }

    static Letter deadLetter(String key, Settlement dead) {
        Send send = dead.send();
        return new Letter(Kind.DEAD_SEND.id(key), send.group(), dead.at(), dead.letter(), dead.code(), send.expires(),
                Json.write(send));
    }

    Drawer held(HeldSends held) {
        return new Waiting(lock, held::letters, (key, now) -> {
            Optional<Send> taken = held.take(key);
            taken.ifPresent(send -> queues.addFirst(send, now));
            return taken.isPresent();
        }, (key, now) -> {
            Optional<Send> taken = held.take(key);
            taken.ifPresent(send -> moveStand(send, Fate.GONE, now));
            return taken.isPresent();
        });
    }

    Drawer unknown() {
        return new Waiting(lock, () -> queues.waitingForStatus().map(AsideSends::unknownLetter), this::again,
                this::drop);
    }

    private static Letter unknownLetter(Send send) {
        return new Letter(Kind.UNKNOWN.id(send.id()), send.group(), send.progress().unknownSince(),
                send.progress().explainUnknown(), null, send.expires(), Json.write(send));
    }

    private boolean again(String id, Instant now) {
        Optional<Send> taken = queues.takeUnknown(id).map(Send::byHand);
        taken.ifPresent(send -> {
            queues.addFirst(send, now);
            moveStand(send, Fate.AGAIN, now);
        });
        return taken.isPresent();
    }

    private boolean drop(String id, Instant now) {
        Optional<Send> taken = queues.takeUnknown(id);
        taken.ifPresent(send -> {
            queues.next(SendQueue.of(send), now);
            queues.decided(send, now);
            moveStand(send, Fate.GONE, now);
        });
        return taken.isPresent();
    }

    Drawer parked(ParkedGroups parked) {
        return new Waiting(lock, parked::letters, (key, now) -> parked.take(key).isPresent(), (key, now) -> {
            Optional<String> taken = parked.take(key);
            taken.map(queues::removeAll).orElse(List.of()).forEach(send -> moveStand(send, Fate.GONE, now));
            return taken.isPresent();
        });
    }

    void moveStand(Send send, Fate fate, Instant now) {
        broadcasts.settled(new Settlement(send, fate, now, now, null, "", null));
    }
}
