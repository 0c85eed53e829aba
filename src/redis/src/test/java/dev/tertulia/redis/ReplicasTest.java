package dev.tertulia.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.Line;
import dev.tertulia.ManualClock;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnSchedule;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.broadcast.BroadcastProgress;
import dev.tertulia.broadcast.BroadcastProgress.State;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.graph.ScriptedGraph;
import dev.tertulia.graph.ScriptedGraph.Asked;
import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.handler.Handlers;
import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.store.BroadcastStore;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.turn.TurnSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** Several replicas on one Redis do together what one alone would do: each broadcast, timer and schedule once. */
class ReplicasTest {

    private static final String ENVIRONMENT = "replicas";
    private static final Notice NEWS = Reply.text("news").orTemplate("news");
    private static final List<String> STRUCK = Collections.synchronizedList(new ArrayList<>());

    @Bot
    @Requires(env = ENVIRONMENT)
    static final class ClockBot {

        @OnSchedule("0 10 * * *")
        void strike() {
            STRUCK.add("ten");
        }

        @OnTimer("tea")
        void tea() {
            STRUCK.add("tea");
        }
    }

    private final String number = TestRedis.newNumber();
    private final ManualClock clock = new ManualClock();
    private final ScriptedGraph graph = new ScriptedGraph();
    private final ApplicationContext context = ApplicationContext.run(ENVIRONMENT);
    private final Handlers handlers = context.getBean(HandlerFinder.class).handlers(TurnSettings.USUAL,
            List.of(ClockBot.class));
    private final Line one = replica("one");
    private final Line two = replica("two");

    private Line replica(String name) {
        return new Line(number, TestRedis.stores(TestRedis.shared().connection(), number),
                new Line.WhatsApp(graph, Throttle.of(100_000, 100_000)), new HandlerRuntime(handlers),
                Line.Settings.USUAL,
                Line.Environment.of(name, clock, new RecordingJournal()));
    }

    @BeforeEach
    void begin() {
        STRUCK.clear();
    }

    @AfterEach
    void close() {
        context.close();
    }

    /** One round of all that a replica does by itself. Returns whether anything was done. */
    private boolean round(Line line) {
        return line.work();
    }

    private void settle(Line line) {
        while (round(line)) {
            continue;
        }
    }

    private void settleBothAtOnce() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(List.of(Executors.callable(() -> settle(one)), Executors.callable(() -> settle(two))))
                    .forEach(Future::resultNow);
        }
    }

    private static List<String> groups(int count) {
        return IntStream.range(0, count).mapToObj(i -> "G" + i).toList();
    }

    @Test
    void aScheduleFiresOnce() throws InterruptedException {
        settleBothAtOnce();
        assertThat(STRUCK).isEmpty();

        clock.advance(Duration.ofHours(1));
        settleBothAtOnce();
        settleBothAtOnce();

        assertThat(STRUCK).containsExactly("ten");
    }

    @Test
    void aScheduleGoesOnWhenItsPlannerIsGone() {
        settle(one);
        one.pump().resign();
        clock.advance(Duration.ofHours(1));
        settle(two);

        clock.advance(Duration.ofDays(1));
        settle(two);

        assertThat(STRUCK).containsExactly("ten", "ten");
    }

    @Test
    void aTimerFiresOnce() throws InterruptedException {
        one.operator().groups().group("G").startTimer("tea", Duration.ofMinutes(5));

        clock.advance(Duration.ofMinutes(5));
        settleBothAtOnce();

        assertThat(STRUCK).containsExactly("tea");
    }

    @Test
    void aBroadcastGoesOnWhereItsFeederDied() {
        int many = BroadcastStore.MOST_IN_QUEUES + 50;
        one.operator().broadcasts().start(Broadcast.toGroups("spring", NEWS, groups(many)));
        one.work();
        int before = graph.asked().size();
        one.pump().resign();

        settle(two);

        assertThat(before).isBetween(1, many - 1);
        assertThat(graph.asked()).extracting(Asked::group).containsExactlyInAnyOrderElementsOf(groups(many));
        BroadcastProgress progress = two.operator().broadcasts().progress("spring").orElseThrow();
        assertThat(progress.sent()).isEqualTo(many);
        assertThat(progress.state()).isEqualTo(State.DONE);
    }

    @Test
    void whoStopsABroadcastStopsItForAll() {
        one.operator().broadcasts().start(Broadcast.toGroups("spring", NEWS, groups(10)));
        graph.meanwhile(() -> two.operator().broadcasts().stop("spring"));

        settle(one);

        assertThat(graph.asked()).hasSize(1);
        assertThat(one.operator().broadcasts().progress("spring").orElseThrow().waiting()).isEqualTo(9);
        two.operator().broadcasts().resume("spring");
        settle(one);
        assertThat(graph.asked()).extracting(Asked::group).containsExactlyInAnyOrderElementsOf(groups(10));
    }

    @Test
    void aBroadcastThatTwoStartAtOnceIsOne() throws InterruptedException {
        Broadcast spring = Broadcast.toGroups("spring", NEWS, groups(10));
        one.operator().broadcasts().start(spring);
        two.operator().broadcasts().start(spring);

        settleBothAtOnce();

        assertThat(graph.asked()).hasSize(10);
    }
}
