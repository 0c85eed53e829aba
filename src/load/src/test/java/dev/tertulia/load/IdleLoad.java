package dev.tertulia.load;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.action.Message;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Progress;
import dev.tertulia.outbox.Send;
import dev.tertulia.redis.RedisNumbers;
import dev.tertulia.redis.RedisStore;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.FakeGraph;
import dev.tertulia.server.outside.Meta;
import dev.tertulia.store.NumberRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/** Load program: many added numbers that have nothing to do, what they cost, and how fast one of them answers. */
class IdleLoad {

    private static final int NUMBERS = Integer.getInteger("idle.numbers", 10_000);
    private static final int PROCESSES = Integer.getInteger("idle.processes", 3);
    private static final int ANSWERS = Integer.getInteger("idle.answers", 200);
    private static final int LOST = Integer.getInteger("idle.lost", 10);
    private static final long FIRST_NUMBER = 900_000_000_000_000L;
    private static final Duration SETTLING = Duration.ofSeconds(25);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOK = Duration.ofNanos(200_000).toNanos();
    private static final double MOST_COMMANDS = 50;
    private static final double MOST_CPU = 0.01;
    private static final Duration LATEST_READY = Duration.ofSeconds(5);
    private static final Duration LATEST_ANSWER = Duration.ofMillis(50);
    /** The age from which a mark is looked at, a sweep, and a second for the send. */
    private static final Duration LATEST_SWEEP = Duration.ofSeconds(10);
    private static final List<String> ARGUMENTS = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED", "-cp",
            Objects.requireNonNull(System.getProperty("surefire.test.class.path"), "the class path of the test"),
            "dev.tertulia.server.Application");

    @TempDir
    private Path folder;

    private final Random random = new Random(1);
    private final TestRedis redis = TestRedis.start("--appendonly", "no");
    private final RedisBooks books = new RedisBooks(redis);
    private final FakeGraph graph = new FakeGraph(0);
    private final List<App> processes = new ArrayList<>();
    private final List<Meta> metas = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final List<Spoken> spoken = new ArrayList<>();

    /** A group that has spoken to a number, so that its window is open. */
    private record Spoken(String number, String group) {}

    @AfterEach
    void close() {
        metas.forEach(Meta::close);
        processes.forEach(App::close);
        graph.close();
        books.close();
        redis.close();
    }

    @Test
    void numbersThatAreIdle() {
        addNumbers();
        double ready = start();
        System.out.printf("idle: %d numbers: ready after %.1f s%n", NUMBERS, ready);
        miss("seconds until ready", ready, LATEST_READY.toMillis() / 1e3);
        measure();
        warmUp();
        answers();
        if (PROCESSES > 1) {
            while (processes.size() < PROCESSES) {
                start();
                warmUp();
            }
            measure();
            answers();
        }
        lostSignals();
        assertThat(missed).isEmpty();
    }

    private void addNumbers() {
        NumberRegistry added = new RedisNumbers(redis.connection());
        IntStream.range(0, NUMBERS).forEach(i -> added.add(number(i), ""));
    }

    private static String number(int i) {
        return "" + (FIRST_NUMBER + i);
    }

    /** Starts one more process. Returns the seconds until it is ready. */
    private double start() {
        long begun = System.nanoTime();
        App app = App.start(folder, ARGUMENTS, Map.of("WHATSAPP_ACCESS_TOKEN", "token", "WHATSAPP_APP_SECRET",
                Meta.APP_SECRET, "WHATSAPP_VERIFY_TOKEN", "verify", "WHATSAPP_PHONE_NUMBER_ID", Delivery.NUMBER,
                "WHATSAPP_GRAPH_URL", graph.url().toString(),
                "REDIS_URI", redis.uri()));
        double seconds = seconds(System.nanoTime() - begun);
        processes.add(app);
        metas.add(new Meta(app.url()));
        return seconds;
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private void measure() {
        Pace.pause(SETTLING);
        long commands = commands();
        double cpu = cpu();
        long begun = System.nanoTime();
        Pace.pause(MEASURED);
        double length = seconds(System.nanoTime() - begun);
        double commandsPerSecond = (commands() - commands) / length;
        double busy = (cpu() - cpu) / length / processes.size();
        long heap = Heap.megabytesOf(processes.getFirst().pid());
        System.out.printf("idle: %d numbers, %d processes: %.1f commands a second at Redis,"
                + " %.2f %% of a core and %d MB of heap each%n", NUMBERS, processes.size(), commandsPerSecond,
                busy * 100, heap);
        miss("commands a second of a process", commandsPerSecond / processes.size(), MOST_COMMANDS);
        miss("share of a core", busy, MOST_CPU);
    }

    private void miss(String what, double measured, double most) {
        if (measured > most) {
            missed.add("%s: %.3f, at most %.3f".formatted(what, measured, most));
        }
    }

    private long commands() {
        return books.calls().entrySet().stream().filter(call -> !call.getKey().equals("info"))
                .mapToLong(Map.Entry::getValue).sum();
    }

    private double cpu() {
        return processes.stream().mapToDouble(app -> seconds(ProcessHandle.of(app.pid())
                .flatMap(process -> process.info().totalCpuDuration()).orElseThrow().toNanos())).sum();
    }

    /** Lets the code of the last process be loaded and compiled. */
    private void warmUp() {
        answers(ANSWERS / 4, metas.subList(metas.size() - 1, metas.size()));
    }

    /** Messages for numbers that were idle, to any process. */
    private void answers() {
        Waits waits = answers(ANSWERS, metas);
        System.out.printf("idle: the first answer of a number, %d processes: %s%n", processes.size(), waits);
        miss("answer of an idle number, p99 in ms", waits.percentile(99).toMillis(), LATEST_ANSWER.toMillis());
    }

    private Waits answers(int count, List<Meta> to) {
        Waits waits = new Waits();
        for (int i = 0; i < count; i++) {
            String group = "answer." + spoken.size();
            String number = number(random.nextInt(NUMBERS));
            spoken.add(new Spoken(number, group));
            String delivery = Delivery.ofMessages(
                    List.of(Delivery.message(group, "wamid." + group, "/echo " + group, Instant.now())))
                    .replace(Delivery.NUMBER, number);
            long said = System.nanoTime();
            Meta meta = to.get(random.nextInt(to.size()));
            CompletableFuture<Integer> acknowledged = CompletableFuture.supplyAsync(() -> meta.deliver(delivery));
            awaitSoon(() -> !graph.texts(group).isEmpty());
            waits.addAll(List.of(Duration.ofNanos(System.nanoTime() - said)));
            assertThat(acknowledged.join()).isEqualTo(200);
        }
        return waits;
    }

    private static void awaitSoon(BooleanSupplier end) {
        long late = System.nanoTime() + PATIENCE.toNanos();
        while (!end.getAsBoolean() && System.nanoTime() < late) {
            LockSupport.parkNanos(LOOK);
        }
    }

    /** Work that is stored without a signal. */
    private void lostSignals() {
        Waits waits = new Waits();
        for (int i = 0; i < LOST; i++) {
            Spoken idle = spoken.get(i);
            String words = "lost." + i;
            Send send = new Send(words, idle.group(), new Message.FreeForm(new Body.Text(words), null), Priority.REPLY,
                    new WhenShut.Hold(PATIENCE), Instant.now(), null, Progress.NONE);
            books.dropSignals();
            long stored = System.nanoTime();
            new RedisStore(redis.connection(), idle.number()).stores().outbox().add(send);
            awaitSoon(() -> graph.texts(idle.group()).contains(words));
            waits.addAll(List.of(Duration.ofNanos(System.nanoTime() - stored)));
        }
        System.out.printf("idle: work whose signal was lost: %s%n", waits);
        miss("work whose signal was lost, longest in ms", waits.percentile(100).toMillis(), LATEST_SWEEP.toMillis());
    }
}
