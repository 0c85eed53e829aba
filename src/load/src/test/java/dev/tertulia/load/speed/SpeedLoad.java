package dev.tertulia.load.speed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Load program: the cost and the speed of a group message with its reply, as ratios to those of {@link BareServer},
 * which does the least that such a server must do. The two take turns in the same run; the figures are medians.
 */
class SpeedLoad {

    private static final int ROUNDS = Integer.getInteger("speed.rounds", 3);
    private static final int PER_SECOND = Integer.getInteger("speed.rate", 500);
    /** The second compiler is busy for so long on two slow cores. */
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("speed.warmup", 180));
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("speed.seconds", 10));
    private static final Duration HOLD = Duration.ofSeconds(5);
    private static final double MOST_CPU = 2;
    private static final double LEAST_REPLIES = 0.5;
    private static final double MOST_REDIS_MICROS = 100;
    private static final double MOST_WAITING = 2;

    /** The figures of one subject in all rounds. */
    private record Figures(List<Double> replies, List<Cost> costs) {

        Figures() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void measure(Subject subject) {
            replies.add(subject.saturate(LENGTH));
            costs.add(subject.pace(PER_SECOND, LENGTH));
        }

        double repliesPerSecond() {
            return median(replies);
        }

        double cost(ToDoubleFunction<Cost> part) {
            return median(costs.stream().map(part::applyAsDouble).toList());
        }

        private static double median(List<Double> values) {
            return values.stream().sorted().toList().get(values.size() / 2);
        }

        void print(Subject subject) {
            System.out.printf("speed: %-8s %.0f replies a second; at %d a second %.0f µs of CPU and %.0f µs of Redis a"
                    + " message, acknowledged after %.1f ms, p99 %.1f ms; %d deliveries were repeated%n",
                    subject.name(), repliesPerSecond(), PER_SECOND, cost(Cost::cpuMicros), cost(Cost::redisMicros),
                    cost(Cost::acknowledged), cost(Cost::acknowledged99), subject.again());
        }
    }

    @Test
    void aMessageCostsLittleMoreThanItMust() {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
        try (Emulator emulator = Emulator.start(0,
                new FakeWhatsApp(AccountSettings.demo(), MovableClock.ticking()), HOLD);
                Subject bare = new Subject("bare", java(BareServer.class.getName()), loops, emulator.url());
                Subject ours = new Subject("tertulia", java("dev.tertulia.server.Application"), loops,
                        emulator.url())) {
            bare.saturate(WARM_UP);
            ours.saturate(WARM_UP);
            Figures limit = new Figures();
            Figures figures = new Figures();
            for (int round = 0; round < ROUNDS; round++) {
                limit.measure(bare);
                figures.measure(ours);
            }
            limit.print(bare);
            figures.print(ours);
            compare(figures, limit);
        } finally {
            loops.shutdownGracefully();
        }
    }

    private static void compare(Figures figures, Figures limit) {
        double replies = figures.repliesPerSecond() / limit.repliesPerSecond();
        double cpu = figures.cost(Cost::cpuMicros) / limit.cost(Cost::cpuMicros);
        double waiting = figures.cost(Cost::acknowledged99) / limit.cost(Cost::acknowledged99);
        System.out.printf("speed: ratios: %.2f of the replies a second, %.1f × the CPU, %.1f × the p99%n", replies, cpu,
                waiting);
        assertThat(replies).as("share of the replies a second").isGreaterThanOrEqualTo(LEAST_REPLIES);
        assertThat(cpu).as("CPU").isLessThanOrEqualTo(MOST_CPU);
        assertThat(figures.cost(Cost::redisMicros)).as("µs of Redis").isLessThanOrEqualTo(MOST_REDIS_MICROS);
        assertThat(waiting).as("p99 of the acknowledgement").isLessThanOrEqualTo(MOST_WAITING);
    }

    /** The arguments of a JVM with the compilers of production, and those of the property {@code speed.jvm}. */
    private static List<String> java(String main) {
        List<String> arguments = new ArrayList<>(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
        arguments.addAll(List.of(System.getProperty("speed.jvm", "").split(" ")));
        arguments.removeIf(String::isEmpty);
        arguments.addAll(List.of("-cp", Objects.requireNonNull(System.getProperty("surefire.test.class.path"),
                "the class path of the test"), main));
        return arguments;
    }
}
