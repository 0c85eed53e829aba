package dev.tertulia.devmode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import org.jspecify.annotations.Nullable;

/** Watches folders. Changes that follow each other at once are one. */
final class SourceWatch implements AutoCloseable {

    /** Editors write a file in several steps, and save several files at once. */
    private static final long PAUSE_MILLIS = 50;

    private final BlockingQueue<Path> changes = new LinkedBlockingQueue<>();
    private final DirectoryWatcher watcher;
    private final Thread thread;

    private SourceWatch(List<Path> folders, Consumer<List<Path>> changed) throws IOException {
        watcher = DirectoryWatcher.builder().paths(folders).listener(this::add).build();
        thread = Thread.ofPlatform().daemon().name("reload").unstarted(() -> run(changed));
    }

    /**
     * Starts to watch.
     *
     * @param changed receives the changed files, on one thread
     */
    static SourceWatch start(List<Path> folders, Consumer<List<Path>> changed) {
        try {
            SourceWatch watch = new SourceWatch(folders, changed);
            watch.watcher.watchAsync(task -> Thread.ofPlatform().daemon().name("watch").start(task));
            watch.thread.start();
            return watch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(DirectoryChangeEvent event) {
        @Nullable
        Path file = event.path();
        if (file != null && !event.isDirectory() && !isScratch(file)) {
            changes.add(file);
        }
    }

    /** Whether a file is one that an editor keeps beside the real one. */
    static boolean isScratch(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || name.startsWith("#") || name.endsWith("~") || name.endsWith(".tmp")
                || name.matches("\\d+"); // vim tries whether it can write
    }

    private void run(Consumer<List<Path>> changed) {
        try {
            while (true) {
                Set<Path> together = new LinkedHashSet<>();
                for (Path next = changes.take(); next != null; next = changes.poll(PAUSE_MILLIS,
                        TimeUnit.MILLISECONDS)) {
                    together.add(next);
                }
                changed.accept(List.copyOf(together));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
            watcher.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
