package dev.tertulia.handlers;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

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
import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.Sleep;
import dev.tertulia.throttle.Throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A line of a shared store that has nothing to do: it gives its lease back, and works at once when there is work. */
class IdleLineTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration BRIEF = Duration.ofMillis(1);

    @Bot
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

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final MemoryStore store = new MemoryStore();
    private final Line line = new Line(Events.NUMBER, store.stores(), new Line.WhatsApp((group, action, callback) -> {
        said.add(group + " " + new Asked(group, action, callback).what());
        return new Outcome.Accepted("wamid." + callback);
    }, new Throttle(lane("messages"), lane("operations"), Sleep.really())),
            new HandlerRuntime(Bots.found(EchoBot.class)), Line.Settings.USUAL,
            Line.Environment.of("this replica", CLOCK, new RecordingJournal()));
    private final LineThreads threads = LineThreads.start(line, reason -> {}, true);

    @AfterEach
    void close() {
        threads.close();
    }

    private static Lane lane(String name) {
        return new Lane(name, 1_000, System::nanoTime);
    }

    private static Event echo(String words) {
        return Events.in("G").at(CLOCK.instant()).says("/echo " + words);
    }

    /** Waits until another process could send, and returns the fence with which it could. */
    private long idle() {
        return await().atMost(Duration.ofSeconds(20)).until(() -> store.outbox().lease("another", BRIEF),
                OptionalLong::isPresent).getAsLong();
    }

    @Test
    void letsAnyProcessSendAtOnce() {
        assertThat(store.outbox().afterRest(idle())).isTrue();
    }

    @Test
    void answersAtOnce() throws InterruptedException {
        idle();

        line.intake().accept(List.of(echo("one")), CLOCK.instant());

        // its own pump follows that of another process, which may have sent within the second
        assertThat(said.poll(4, TimeUnit.SECONDS)).isEqualTo("G one");
    }

    @Test
    void findsWorkOfWhichNoSignalTold() throws InterruptedException {
        idle();

        store.inbox().accept(List.of(echo("one")), CLOCK.instant());

        assertThat(said.poll(20, TimeUnit.SECONDS)).isEqualTo("G one");
    }

    @Test
    void firesATimerThatIsDueLater() throws InterruptedException {
        line.intake().accept(List.of(echo("one")), CLOCK.instant());
        assertThat(said.poll(10, TimeUnit.SECONDS)).isEqualTo("G one");
        line.operator().groups().group("G").startTimer("tea", Duration.ofSeconds(8));
        idle();

        assertThat(said.poll(20, TimeUnit.SECONDS)).isEqualTo("G tea");
    }
}
