package dev.tertulia.moderation.cases;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.Log.Draft;
import dev.tertulia.fleet.LogEntry;

/**
 * Appends entries to the chain. What is appended is decided on what the trail holds, and decided anew if another replica
 * was faster; so the first decision wins.
 */
final class TrailWriter {

    private static final int MOST_ATTEMPTS = 1_000;
    private static final long LONGEST_PAUSE_NANOS = 2_000_000;
    private static final int SALT_BYTES = 16;

    private final Log log;
    private final SecureRandom random = new SecureRandom();
    /** Threads of one process wait for each other instead of making each other's attempts fail. */
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Head head;

    /** The end of the chain as far as this process knows. */
    private record Head(long place, String hash) {}

    /** An entry to append. */
    record Entry(Fact fact, Personal personal) {}

    /**
     * The outcome.
     *
     * @param entry the entry with the key
     * @param added whether this call has added it
     */
    record Written(TrailEntry entry, boolean added) {}

    TrailWriter(Log log) {
        this.log = log;
    }

    /**
     * Appends an entry, unless there is one with its key.
     *
     * @param key      what it is about; it is stored as a digest, because ids of messages contain phone numbers
     * @param decision what to append at a place; empty for nothing
     */
    Optional<Written> append(String key, Instant at, LongFunction<Optional<Entry>> decision) {
        String digest = Sealed.sha256(key);
        lock.lock();
        try {
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                Head last = last();
                Optional<Entry> entry = decision.apply(last.place() + 1);
                if (entry.isEmpty()) {
                    return log.find(digest).flatMap(TrailCodec::read).map(one -> new Written(one, false));
                }
                Optional<Written> written = append(digest, at, entry.get(), last);
                if (written.isPresent()) {
                    return written;
                }
                head = null;
                pause(attempt);
            }
        } finally {
            lock.unlock();
        }
        throw new IllegalStateException("the trail of cases was changed by others " + MOST_ATTEMPTS
                + " times in a row");
    }

    private Optional<Written> append(String key, Instant at, Entry entry, Head last) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Sealed sealed = Sealed.of(last.place() + 1, key, at, TrailCodec.write(entry.fact()),
                TrailCodec.write(entry.personal()), HexFormat.of().formatHex(salt), last.hash());
        return log.append(new Draft(key, at, Terms.of(entry.fact(), entry.personal()), TrailCodec.write(sealed)),
                last.place()).flatMap(stored -> written(stored, sealed));
    }

    private Optional<Written> written(LogEntry stored, Sealed wanted) {
        boolean added = TrailCodec.sealed(stored).filter(one -> one.hash().equals(wanted.hash())).isPresent();
        if (added) {
            head = new Head(stored.number(), wanted.hash());
        }
        return TrailCodec.read(stored).map(entry -> new Written(entry, added));
    }

    private Head last() {
        Head known = head;
        if (known == null) {
            known = log.last().map(TrailWriter::head).orElse(new Head(0, Sealed.START));
            head = known;
        }
        return known;
    }

    private static Head head(LogEntry last) {
        return new Head(last.number(), TrailCodec.sealed(last).map(Sealed::hash)
                .orElseThrow(() -> new IllegalStateException("the last entry of the trail of cases, " + last.number()
                        + ", cannot be read; run 'cases verify'")));
    }

    private static void pause(int attempt) {
        if (attempt > 0) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
        }
    }
}
