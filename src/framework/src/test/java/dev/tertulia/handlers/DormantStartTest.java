package dev.tertulia.handlers;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.Line;
import dev.tertulia.LineThreads;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.graph.Outcome;
import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.throttle.Throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The first signal starts the threads of a line that nobody has used. */
class DormantStartTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final double PER_SECOND = 1_000;

    @Bot
    static final class EchoBot {

        @OnCommand("echo {words...}")
        String echo(String words) {
            return words;
        }
    }

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final AtomicInteger starts = new AtomicInteger();
    private final Line line = new Line(Events.NUMBER, new MemoryStore().stores(),
            new Line.WhatsApp((group, action, callback) -> {
                said.add(group);
                return new Outcome.Accepted("wamid." + callback);
            }, Throttle.of(PER_SECOND, PER_SECOND)), new HandlerRuntime(Bots.found(EchoBot.class)), Line.Settings.USUAL,
            Line.Environment.of("this replica", CLOCK, new RecordingJournal()));
    private final LineThreads threads = LineThreads.dormant(line, reason -> {}, this::failAtFirst);

    private void failAtFirst() {
        if (starts.getAndIncrement() == 0) {
            throw new IllegalStateException("no room for gauges");
        }
    }

    @AfterEach
    void close() {
        threads.close();
    }

    private void accept(String group) {
        Event event = Events.in(group).at(CLOCK.instant()).says("/echo " + group);
        line.intake().accept(List.of(event), CLOCK.instant());
    }

    @Test
    void triesAgainAfterAStartThatFailed() throws InterruptedException {
        assertThatIllegalStateException().isThrownBy(() -> accept("first"));

        accept("second");

        assertThat(said.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(said.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(starts).hasValue(2);
    }
}
