package dev.tertulia.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.lock.StateLock;

/**
 * File to which an emulator's state is saved: soon after each change, and when it is closed. The file is replaced
 * atomically, so that it can be read at any time.
 */
public final class StateFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);

    /** Bounds the number of writes under load. */
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Path file;
    private final EmulatorState state;
    private final StateLock lock;
    private final Thread thread;
    private volatile boolean closed;

    StateFile(Path file, EmulatorState state, StateLock lock) {
        this.file = file.toAbsolutePath();
        this.state = state;
        this.lock = lock;
        write();
        this.thread = Thread.ofVirtual().name("state-file").start(this::follow);
    }

    private void follow() {
        long known = -1;
        try {
            while (!closed) {
                Thread.sleep(PAUSE);
                known = awaitChange(known);
                writeOrWarn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private long awaitChange(long known) {
        return lock.locked(() -> {
            lock.awaitChange(known, LONGEST_WAIT);
            return lock.changes();
        });
    }

    private void writeOrWarn() {
        try {
            write();
        } catch (UncheckedIOException e) {
            LOG.warn(e.getMessage());
        } catch (RuntimeException | Error e) { // the next change writes again
            LOG.error("{} could not be written", file, e);
        }
    }

    private synchronized void write() {
        try {
            Path fresh = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".tmp");
            try {
                Files.write(fresh, Json.bytes(lock.locked(() -> new SavedState(state).written())));
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written: %s.".formatted(file, e), e);
        }
    }

    /** Saves the current state and stops following changes. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writeOrWarn();
    }

    /** Returns the path of the file. */
    @Override
    public String toString() {
        return file.toString();
    }
}
