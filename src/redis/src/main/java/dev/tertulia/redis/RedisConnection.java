package dev.tertulia.redis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import org.jspecify.annotations.Nullable;

import dev.tertulia.store.StoreUnavailable;

/**
 * The process's way to Redis: a single node, a Sentinel's master or a cluster. It opens at the first use and again
 * whenever it has to, so the process starts and runs while Redis is unavailable; calls then throw {@link StoreUnavailable}
 * within seconds.
 */
public final class RedisConnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int PINGS = 21;

    private final RedisURI uri;
    private final LongConsumer latency;
    private final Failures failures;
    private final ClientResources resources = ClientResources.builder()
            .reconnectDelay(Delay.fullJitter(Duration.ofMillis(10), Duration.ofMillis(500), 10, TimeUnit.MILLISECONDS))
            .build();
    /** One for all attempts, because closing a client during a pending attempt makes Netty log errors. */
    private final RedisClient client;
    private @Nullable CompletableFuture<Link> link;
    private boolean closed;

    private final @Nullable Rings rings;

    private RedisConnection(RedisURI uri, LongConsumer latency, @Nullable Rings rings) {
        this.uri = uri;
        this.rings = rings;
        this.latency = latency;
        this.failures = new Failures(uri, PATIENCE);
        this.client = new AsyncClient(resources, uri);
        this.client.setOptions(Link.options(PATIENCE));
    }

    /**
     * A way to this address; does not open it yet.
     *
     * @param uri as in {@code redis://host:6379}, {@code rediss://…} with TLS, or
     *            {@code redis-sentinel://host:26379,host:26379#master}
     */
    public static RedisConnection to(String uri) {
        return to(uri, nanos -> {});
    }

    /**
     * The same.
     *
     * @param latency receives the duration of each call in nanoseconds, whatever its result
     */
    public static RedisConnection to(String uri, LongConsumer latency) {
        return to(uri, latency, null);
    }

    /**
     * The same.
     *
     * @param rings gets the signals of other processes
     */
    public static RedisConnection to(String uri, LongConsumer latency, @Nullable Rings rings) {
        RedisURI address = parse(uri);
        address.setTimeout(PATIENCE);
        return new RedisConnection(address, latency, rings);
    }

    /** Whether something can be read as an address of a Redis. */
    public static boolean isAddress(String uri) {
        try {
            parse(uri);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static RedisURI parse(String uri) {
        try {
            return RedisURI.create(uri);
        } catch (IllegalArgumentException e) {
            // not as a cause: its message may hold the password
            throw new IllegalArgumentException("the address of Redis cannot be read; write redis://host:6379,"
                    + " redis://:password@host:6379, rediss://… for TLS or redis-sentinel://host:26379#master");
        }
    }

    /**
     * Asks Redis for a sign of life.
     *
     * @throws StoreUnavailable when there is none
     */
    public void ping() {
        run(RedisClusterAsyncCommands::ping);
    }

    /**
     * What Redis should do beyond taking everything, so that nothing is lost: a sentence for each.
     *
     * @throws StoreUnavailable when it cannot be asked
     */
    public List<String> warnings() {
        return Precautions.lacking(run(RedisClusterAsyncCommands::info)).stream().map(failures::named).toList();
    }

    /**
     * What Redis says about itself, and how fast it answers.
     *
     * @throws StoreUnavailable when it cannot be asked
     */
    public RedisReport report() {
        String info = run(RedisClusterAsyncCommands::info);
        long[] nanos = LongStream.range(0, PINGS).map(i -> timed()).sorted().toArray();
        return RedisReport.of(info, runsScripts(), Duration.ofNanos(nanos[nanos.length / 2]));
    }

    /**
     * Whether it leads to a cluster, whose scripts use keys of one node alone.
     *
     * @throws StoreUnavailable when it cannot be opened
     */
    boolean isCluster() {
        try {
            return link().join().cluster();
        } catch (CompletionException e) {
            throw failures.translate(e.getCause());
        }
    }

    private long timed() {
        long begun = System.nanoTime();
        ping();
        return System.nanoTime() - begun;
    }

    private boolean runsScripts() {
        try {
            return run(redis -> redis.<Long>eval("return 1", ScriptOutputType.INTEGER)) == 1;
        } catch (RedisException refused) {
            return false;
        }
    }

    /** Runs one command; all ways of Redis of being away become {@link StoreUnavailable}. */
    <T extends @Nullable Object> T run(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command) {
        return work(commands -> await(command.apply(commands)));
    }

    /** Does something with Redis; all its ways of being away become {@link StoreUnavailable}. */
    <T extends @Nullable Object> T work(Function<RedisClusterAsyncCommands<String, String>, T> work) {
        CompletableFuture<Link> current = link();
        long begun = System.nanoTime();
        try {
            return work.apply(current.join().commands());
        } catch (CompletionException e) {
            throw failures.translate(e.getCause());
        } catch (RedisCommandTimeoutException e) {
            giveUp(current);
            throw failures.translate(e);
        } catch (RedisException | CancellationException e) {
            if (Failures.demoted(e)) {
                giveUp(current);
            }
            throw failures.translate(e);
        } finally {
            latency.accept(System.nanoTime() - begun);
        }
    }

    /** The answer to a command, in {@link #work}. */
    static <T extends @Nullable Object> T await(RedisFuture<T> command) {
        return LettuceFutures.awaitOrCancel(command, PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Begins to open the way in the background, so that the first use waits less. A failure shows there. */
    public void begin() {
        link();
    }

    /** The one attempt at opening that all callers share, until it has failed. */
    private synchronized CompletableFuture<Link> link() {
        if (closed) {
            return CompletableFuture.failedFuture(new RedisException("this process stops"));
        }
        if (link == null || link.isCompletedExceptionally()) {
            link = CompletableFuture.supplyAsync(() -> Link.open(client, resources, uri, rings),
                    Thread::startVirtualThread);
        }
        return link;
    }

    /**
     * A connection that stays silent may be dead without anybody having said so, and one to a server that was demoted
     * in a failover stays there, though the address leads to another by now. To a cluster it is kept, as other
     * nodes may be well and know the way when the one at the address does not.
     */
    private synchronized void giveUp(CompletableFuture<Link> useless) {
        Link found = useless.join();
        if (link == useless && !found.cluster()) {
            link = null;
            found.close().get();
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        CompletableFuture<?> ended = link == null
                ? CompletableFuture.completedFuture(null)
                : link.thenCompose(open -> open.close().get());
        ended.handle((done, failure) -> client.shutdownAsync()).thenCompose(shut -> shut)
                .whenComplete((done, failure) -> resources.shutdown());
    }
}
