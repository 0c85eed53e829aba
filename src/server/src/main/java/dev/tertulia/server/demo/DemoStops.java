package dev.tertulia.server.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.Line;
import dev.tertulia.emulator.ClockStops;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.storage.MemoryStorage;
import dev.tertulia.store.memory.MemoryStore;

/** Stops of the demo's clock: while it moves forward, it stops at each instant at which work is due. */
final class DemoStops implements ClockStops {

    private static final long LONGEST = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int LOOKS_IN_A_ROW = 2;

    private final FakeWhatsApp whatsApp;
    private final MemoryStorage storage;
    private volatile @Nullable Lines lines;

    DemoStops(FakeWhatsApp whatsApp, MemoryStorage storage) {
        this.whatsApp = whatsApp;
        this.storage = storage;
    }

    /** Waits for the work of these lines from now on. */
    void follow(Lines current) {
        lines = current;
    }

    @Override
    public Optional<Instant> after(Instant moment) {
        return Stream.concat(storage.all().stream().map(store -> store.dueAfter(moment)),
                Stream.of(whatsApp.webhooks().dueAfter(moment))).flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** Waits, 2 seconds at most, until a full round of work leaves nothing due. Retries are not waited for. */
    @Override
    public void settle() {
        Lines current = lines;
        if (current != null) {
            settle(current);
        }
    }

    private void settle(Lines lines) {
        long end = System.nanoTime() + LONGEST;
        int quiet = 0;
        while (quiet < LOOKS_IN_A_ROW && System.nanoTime() < end) {
            long rounds = lines.rounds();
            lines.lookNow();
            while (lines.rounds() == rounds && System.nanoTime() < end) {
                LockSupport.parkNanos(LOOK);
            }
            quiet = isQuiet(lines) ? quiet + 1 : 0;
        }
    }

    private boolean isQuiet(Lines lines) {
        Instant now = whatsApp.clock().instant();
        return !whatsApp.webhooks().isDelivering() && lines.all().stream().allMatch(Line::isIdle)
                && storage.all().stream().noneMatch((MemoryStore store) -> store.isDue(now));
    }
}
