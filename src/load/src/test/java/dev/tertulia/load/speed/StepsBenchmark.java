package dev.tertulia.load.speed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import dev.tertulia.Line;
import dev.tertulia.LineThreads;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.graph.Outcome;
import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.journal.Journal;
import dev.tertulia.redis.RedisConnection;
import dev.tertulia.redis.RedisStore;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.Meta;
import dev.tertulia.store.Stores;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.turn.TurnSettings;
import dev.tertulia.webhook.Receiver;

/**
 * Benchmark of what a message costs without HTTP, in steps that build on each other, run by {@link StepsLoad}. Everything
 * happens one message after the other, as far as WhatsApp's answer.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class StepsBenchmark {

    private static final int GROUPS = 200;
    private static final double PER_SECOND = 1_000_000;

    @Param({"memory", "redis"})
    private String store;

    private final RedisConnection redis = RedisConnection.to(TestRedis.shared().uri());
    private final SynchronousQueue<String> sent = new SynchronousQueue<>();
    private final ApplicationContext context = ApplicationContext.run();
    private Line line = line(new MemoryStore(Delivery.NUMBER).stores());
    private Receiver receiver = receiver();
    private LineThreads threads = LineThreads.start(line);
    private byte[] known = message();
    private int next;

    @Setup
    public void start() throws InterruptedException {
        threads.close();
        line = line(store.equals("memory")
                ? new MemoryStore(Delivery.NUMBER).stores()
                : new RedisStore(redis, Delivery.NUMBER).stores());
        receiver = receiver();
        threads = LineThreads.start(line);
        known = message();
        deliver(known);
        sent.take();
    }

    private Line line(Stores stores) {
        return new Line(Delivery.NUMBER, stores, new Line.WhatsApp((group, action, callback) -> {
            put(callback);
            return new Outcome.Accepted("wamid." + callback);
        }, Throttle.of(PER_SECOND, PER_SECOND)), new HandlerRuntime(
                context.getBean(HandlerFinder.class).handlers(TurnSettings.USUAL, List.of())), Line.Settings.USUAL,
                Line.Environment.of("benchmark", InstantSource.system(), Journal.toLog()));
    }

    private void put(String callback) {
        try {
            sent.put(callback);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Receiver receiver() {
        return new Receiver(List.of(Meta.APP_SECRET), List.of(line.intake()), new ObjectMapper(),
                InstantSource.system(), Journal.toLog());
    }

    private byte[] message() {
        next++;
        return Delivery.ofMessages(List.of(Delivery.message("G" + next % GROUPS, "wamid." + next, "/echo " + next,
                Instant.now()))).getBytes(StandardCharsets.UTF_8);
    }

    private Receiver.Answer deliver(byte[] body) {
        return receiver.receive(Meta.signature(body), body);
    }

    /** A delivery with its signature, which the other benchmarks make too. */
    @Benchmark
    public String sign() {
        return Meta.signature(message());
    }

    /** A delivery that was accepted before is verified, read and recognized. */
    @Benchmark
    public Receiver.Answer again() {
        return deliver(known);
    }

    /** A message is accepted and handled, until its answer is handed to the Graph API. */
    @Benchmark
    public String answer() throws InterruptedException {
        deliver(message());
        return sent.take();
    }

    @TearDown
    public void stop() {
        threads.close();
        context.close();
        redis.close();
    }
}
