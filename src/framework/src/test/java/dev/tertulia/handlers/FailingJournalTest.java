package dev.tertulia.handlers;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.Line;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.graph.Outcome;
import dev.tertulia.journal.Journal;
import dev.tertulia.message.Events;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.throttle.Throttle;

import static org.assertj.core.api.Assertions.assertThat;

/** A journal that breaks its promise and throws changes nothing of what becomes of events and messages. */
class FailingJournalTest {

    private static final InstantSource CLOCK = InstantSource.system();

    @Bot
    static final class PlainBot {

        @OnCommand("say {word}")
        String say(String word) {
            return word;
        }
    }

    private final List<String> said = new ArrayList<>();
    private final MemoryStore store = new MemoryStore();
    private final Line line = new Line(Events.NUMBER, store.stores(), new Line.WhatsApp((group, action, callback) -> {
        said.add(callback);
        return new Outcome.Accepted("wamid." + callback);
    }, Throttle.of(1_000, 1_000)), new HandlerRuntime(Bots.found(PlainBot.class)), Line.Settings.USUAL,
            Line.Environment.of("test", CLOCK, new Failing()));

    /** Nothing can be written down. */
    private static final class Failing implements Journal {

        @Override
        public void record(Entry entry) {
            throw new AssertionError("the disk is full");
        }

        @Override
        public void turned(Turned turned) {
            throw new IllegalStateException("the disk is full");
        }
    }

    @Test
    void losesNothing() {
        store.inbox().accept(List.of(in().says("/say one"), in().says("/say two")), CLOCK.instant());

        while (line.work()) {
            assertThat(line.isIdle()).isTrue();
        }

        assertThat(said).hasSize(2).doesNotHaveDuplicates();
        assertThat(store.inbox().counts().waiting()).isZero();
        assertThat(store.deadLetters().queue(DeadLetterKind.DEAD_EVENT).list(null, 1)).isEmpty();
    }

    private static Events in() {
        return Events.in("G").at(CLOCK.instant());
    }
}
