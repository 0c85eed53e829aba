package dev.tertulia.load.speed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.netty.channel.EventLoopGroup;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.load.Pace;
import dev.tertulia.load.RedisBooks;
import dev.tertulia.load.Waits;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.Meta;

/** A server whose speed is measured: a process with a Redis of its own, and groups of which each says one thing at a time. */
final class Subject implements AutoCloseable {

    private static final int GROUPS = 200;
    private static final int CONNECTIONS = 64;
    private static final Duration NEXT_TRY = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final TestRedis redis = TestRedis.start("--appendonly", "no");
    private final RedisBooks books = new RedisBooks(redis);
    private final ReplySink graph;
    private final App app;
    private final HttpSender sender;
    private final List<String> groups;
    private final AtomicInteger again = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();

    /** @param arguments those of the JVM */
    Subject(String name, List<String> arguments, EventLoopGroup loops, URI emulator) {
        this.name = name;
        groups = IntStream.range(0, GROUPS).mapToObj(i -> name + "." + i).toList();
        graph = new ReplySink(loops, emulator, reply -> answered(reply.words()));
        app = App.start(Path.of("target"), arguments, environment());
        sender = new HttpSender(app.url(), CONNECTIONS, loops);
    }

    private Map<String, String> environment() {
        AccountSettings account = AccountSettings.demo();
        Map<String, String> environment = new HashMap<>();
        environment.put("WHATSAPP_ACCESS_TOKEN", account.accessToken());
        environment.put("WHATSAPP_APP_SECRET", account.appSecret());
        environment.put("WHATSAPP_VERIFY_TOKEN", account.verifyToken());
        environment.put("WHATSAPP_PHONE_NUMBER_ID", account.phoneNumberId());
        environment.put("WHATSAPP_GRAPH_URL", graph.url().toString());
        environment.put("WHATSAPP_MESSAGES_PER_SECOND", "100000");
        environment.put("REDIS_URI", redis.uri());
        return environment;
    }

    String name() {
        return name;
    }

    private void answered(String words) {
        CompletableFuture<Void> reply = awaited.remove(words);
        if (reply != null) {
            reply.complete(null);
        }
    }

    /** Says something new in a group. The first result is the acknowledgement, the second the reply. */
    private List<CompletableFuture<?>> say(String group) {
        String words = name + numbers.incrementAndGet();
        CompletableFuture<Void> reply = new CompletableFuture<>();
        awaited.put(words, reply);
        byte[] body = Delivery
                .ofMessages(List.of(Delivery.message(group, "wamid." + words, "/echo " + words, Instant.now())))
                .getBytes(StandardCharsets.UTF_8);
        return List.of(deliver(body), reply);
    }

    /** Delivers until it is acknowledged, as Meta does. */
    private CompletableFuture<?> deliver(byte[] body) {
        return sender.post("/webhook", Map.of("X-Hub-Signature-256", Meta.signature(body)), body)
                .exceptionallyComposeAsync(refused -> {
                    again.incrementAndGet();
                    return deliver(body).thenApply(done -> body);
                }, CompletableFuture.delayedExecutor(NEXT_TRY.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** The number of deliveries that were not acknowledged. */
    int again() {
        return again.get();
    }

    /** Lets every group speak again as soon as it has its reply. Returns the replies per second. */
    double saturate(Duration length) {
        AtomicInteger replies = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + length.toNanos();
        awaitAll(groups.stream().<CompletableFuture<?>>map(group -> speak(group, end, replies)).toList(),
                length.plus(PATIENCE));
        return replies.get() / ((System.nanoTime() - start) / 1e9);
    }

    private void awaitAll(List<CompletableFuture<?>> ends, Duration patience) {
        try {
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).get(patience.toSeconds(),
                    TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no reply to " + awaited.keySet() + "; " + name + " says\n" + app.output(),
                    e);
        }
    }

    private CompletableFuture<?> speak(String group, long end, AtomicInteger replies) {
        if (System.nanoTime() >= end) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.allOf(say(group).toArray(CompletableFuture[]::new))
                .thenComposeAsync(both -> {
                    replies.incrementAndGet();
                    return speak(group, end, replies);
                });
    }

    /** Sends messages at a steady rate, and measures what each costs. */
    Cost pace(int perSecond, Duration length) {
        ConcurrentLinkedQueue<Duration> acknowledged = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<?>> ends = new ArrayList<>();
        double before = cpuSeconds();
        double redisBefore = books.cpuSeconds();
        long start = System.nanoTime();
        int messages = (int) (perSecond * length.toSeconds());
        for (int i = 0; i < messages; i++) {
            Pace.awaitNanos(start + i * 1_000_000_000L / perSecond);
            long said = System.nanoTime();
            List<CompletableFuture<?>> both = say(groups.get(i % groups.size()));
            ends.add(both.getFirst()
                    .thenRun(() -> acknowledged.add(Duration.ofNanos(System.nanoTime() - said))));
            ends.add(both.getLast());
        }
        awaitAll(ends, PATIENCE);
        Waits waits = new Waits();
        waits.addAll(acknowledged);
        return new Cost((cpuSeconds() - before) * 1e6 / messages, (books.cpuSeconds() - redisBefore) * 1e6 / messages,
                waits.percentile(50).toNanos() / 1e6, waits.percentile(99).toNanos() / 1e6);
    }

    private double cpuSeconds() {
        return ProcessHandle.of(app.pid()).flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException(name + " has ended")).toNanos()
                / 1e9;
    }

    @Override
    public void close() {
        sender.close();
        app.close();
        graph.close();
        books.close();
        redis.close();
    }
}
