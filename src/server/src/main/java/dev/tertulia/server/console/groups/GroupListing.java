package dev.tertulia.server.console.groups;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.business.GroupSummary;
import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;

/**
 * WhatsApp's list of the groups of a number. It takes a call for each thousand groups, so it is read in the background,
 * every five minutes while somebody looks; meanwhile the list before it is shown.
 */
final class GroupListing {

    /** The error while the list is being read for the first time. */
    static final String READING = "";

    private static final long AGE = Duration.ofMinutes(5).toNanos();
    private static final long PATIENCE_MILLIS = 1_000;

    private final Supplier<Stream<GroupSummary>> source;
    private final ExecutorService executor;
    private volatile Listed latest = new Listed(Map.of(), READING);
    private @Nullable CompletableFuture<Void> reading;
    private long readAt;

    /**
     * A list.
     *
     * @param error why it is not complete, {@link #READING} at first; {@code null} if it is
     */
    record Listed(Map<String, GroupSummary> groups, @Nullable String error) {}

    GroupListing(Supplier<Stream<GroupSummary>> source, ExecutorService executor) {
        this.source = source;
        this.executor = executor;
    }

    /** The latest list. The first one is waited for, but not for long. */
    Listed latest() {
        CompletableFuture<Void> running = refreshed();
        if (latest.error() != null) {
            running.copy().completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS).join();
        }
        return latest;
    }

    /** Why the latest list is not complete; {@code null} if it is. */
    @Nullable
    String error() {
        return latest.error();
    }

    private synchronized CompletableFuture<Void> refreshed() {
        CompletableFuture<Void> running = reading;
        if (running == null || running.isDone() && System.nanoTime() - readAt > AGE) {
            running = CompletableFuture.runAsync(this::read, executor);
            reading = running;
        }
        return running;
    }

    private void read() {
        try (Stream<GroupSummary> groups = source.get()) {
            latest = new Listed(groups.collect(Collectors.toMap(GroupSummary::id, Function.identity(),
                    (one, two) -> one, LinkedHashMap::new)), null);
        } catch (RefusedByWhatsApp | WhatsAppUnavailable | IllegalStateException e) {
            latest = new Listed(latest.groups(), String.valueOf(e.getMessage()));
        } finally {
            finished();
        }
    }

    private synchronized void finished() {
        readAt = System.nanoTime();
    }
}
