package dev.tertulia.redis;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.Line;
import dev.tertulia.LineThreads;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.graph.Outcome;
import dev.tertulia.graph.ScriptedGraph.Asked;
import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.turn.TurnSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A line on Redis without work: no thread asks for any, and it works as soon as there is some. */
class DormantLineTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final String ENVIRONMENT = "dormant";
    private static final int PATIENCE = 20;

    @Bot
    @Requires(env = ENVIRONMENT)
    static final class EchoBot {

        @OnCommand("echo {words...}")
        String echo(String words) {
            return words;
        }

        @OnTimer("tea")
        Notice tea() {
            return Reply.text("tea").orDrop();
        }
    }

    private final String number = TestRedis.newNumber();
    private final ApplicationContext context = ApplicationContext.run(ENVIRONMENT);
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final AtomicInteger starts = new AtomicInteger();
    private final Line line = new Line(number, TestRedis.shared().stores(number),
            new Line.WhatsApp((group, action, callback) -> {
                said.add(group + " " + new Asked(group, action, callback).what());
                return new Outcome.Accepted("wamid." + callback);
            }, Throttle.of(1_000, 1_000)),
            new HandlerRuntime(context.getBean(HandlerFinder.class).handlers(TurnSettings.USUAL,
                    List.of(EchoBot.class))),
            Line.Settings.USUAL, Line.Environment.of("this replica", CLOCK, new RecordingJournal()));
    private final LineThreads threads = LineThreads.dormant(line, reason -> {}, starts::incrementAndGet);

    @AfterEach
    void close() {
        threads.close();
        context.close();
    }

    private static Event echo(String words) {
        return Events.in("G").at(CLOCK.instant()).says("/echo " + words);
    }

    private void assertSaid(String what) throws InterruptedException {
        assertThat(said.poll(PATIENCE, TimeUnit.SECONDS)).isEqualTo(what);
    }

    /** Looks as a process does every few seconds, at the numbers that are marked. */
    private void sweep() {
        if (new MarkedNumbers(TestRedis.shared().connection()).due().contains(number)) {
            threads.look();
        }
    }

    private void dormant() {
        await().atMost(Duration.ofSeconds(PATIENCE)).until(() -> !threads.isAwake());
    }

    @Test
    void startsNothingBeforeThereIsWork() throws InterruptedException {
        sweep();
        assertThat(starts).hasValue(0);

        line.intake().accept(List.of(echo("one")), CLOCK.instant());

        assertSaid("G one");
        assertThat(starts).hasValue(1);
    }

    @Test
    void becomesDormantAndAnswersAgain() throws InterruptedException {
        line.intake().accept(List.of(echo("one")), CLOCK.instant());
        assertSaid("G one");
        dormant();

        line.intake().accept(List.of(echo("two")), CLOCK.instant());

        assertSaid("G two");
        assertThat(starts).as("threads start once").hasValue(1);
    }

    @Test
    void findsTheWorkOfAProcessThatIsGone() {
        TestRedis.shared().stores(number).inbox().accept(List.of(echo("one")), CLOCK.instant());

        await().atMost(Duration.ofSeconds(PATIENCE)).until(() -> {
            sweep();
            return "G one".equals(said.peek());
        });
    }

    @Test
    void firesATimerInTime() throws InterruptedException {
        line.intake().accept(List.of(echo("one")), CLOCK.instant());
        assertSaid("G one");
        line.operator().groups().group("G").startTimer("tea", Duration.ofSeconds(16));
        dormant();

        await().atMost(Duration.ofSeconds(PATIENCE)).until(() -> {
            sweep();
            return "G tea".equals(said.peek());
        });
    }
}
