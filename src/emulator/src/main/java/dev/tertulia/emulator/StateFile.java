package dev.tertulia.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a cloud in a file: soon after each change, and at its end. The file is replaced as a whole, so that it can be
 * read at any time.
 */
public final class StateFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);

    /** However much happens, it is written a few times a second at most. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Path file;
    private final FakeWhatsApp whatsApp;
    private final Thread thread;
    private volatile boolean closed;

    StateFile(Path file, FakeWhatsApp whatsApp) {
        this.file = file.toAbsolutePath();
        this.whatsApp = whatsApp;
        write();
        this.thread = Thread.ofVirtual().name("keeper").start(this::follow);
    }

    private void follow() {
        long known = -1;
        try {
            while (!closed) {
                Thread.sleep(PAUSE);
                known = whatsApp.awaitChange(known);
                writeOrWarn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it is closed
        }
    }

    private void writeOrWarn() {
        try {
            write();
        } catch (UncheckedIOException e) {
            LOG.warn(e.getMessage());
        } catch (RuntimeException | Error e) { // it is written again after the next change
            LOG.error("{} was not written", file, e);
        }
    }

    private synchronized void write() {
        try {
            Path fresh = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".tmp");
            try {
                Files.write(fresh, whatsApp.saved());
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written: %s.".formatted(file, e), e);
        }
    }

    /** Writes what is there now, and follows it no longer. */
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

    /** The file. */
    @Override
    public String toString() {
        return file.toString();
    }
}
