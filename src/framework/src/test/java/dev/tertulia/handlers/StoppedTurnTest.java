package dev.tertulia.handlers;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import dev.tertulia.Line;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.graph.Outcome;
import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.message.Events;
import dev.tertulia.store.Claim;
import dev.tertulia.store.Mail;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.throttle.Throttle;

import static org.assertj.core.api.Assertions.assertThat;

/** A turn that is cut short because the program ends. */
class StoppedTurnTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final CountDownLatch BEGUN = new CountDownLatch(1);

    @Bot
    static final class SlowBot {

        @OnCommand("hang")
        void hang() throws InterruptedException {
            BEGUN.countDown();
            new CountDownLatch(1).await();
        }
    }

    @Test
    void isNoFailureAndAnotherReplicaStartsAnew() throws InterruptedException {
        MemoryStore store = new MemoryStore();
        Line line = new Line(Events.NUMBER,
                store.stores(),
                new Line.WhatsApp((group, action, callback) -> new Outcome.Accepted("wamid." + callback),
                        Throttle.of(1_000, 1_000)),
                new HandlerRuntime(Bots.found(SlowBot.class)), Line.Settings.USUAL,
                Line.Environment.of("this replica", CLOCK, new RecordingJournal()));
        store.inbox().accept(List.of(Events.in("G").at(CLOCK.instant()).says("/hang")), CLOCK.instant());
        Thread turn = Thread.ofVirtual().start(() -> line.work());
        BEGUN.await();

        line.stop();
        turn.interrupt();
        turn.join();

        Claim next = store.inbox().claim(1, Duration.ofSeconds(5)).getFirst();
        Mail mail = store.inbox().open(next);
        assertThat(mail.event()).isNotNull();
        assertThat(mail.attempts()).isZero();
    }
}
