package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.action.Action;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Template;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.graph.GraphError;
import dev.tertulia.graph.Outcome;
import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.number.NumberContext;
import dev.tertulia.number.NumberJournal;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.window.Windows;

import static dev.tertulia.message.Events.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** A policy of outcomes over lanes of known rates. */
abstract class OutcomeBench {

    static final Template TEMPLATE = Template.of("hello");
    static final Action TEXT = new Message.FreeForm(new Body.Text("hi"), null);
    static final Action REMOVE = new GroupOperation.RemoveMembers(List.of("1"));
    static final Action RESET = new GroupOperation.ResetInviteLink();

    final ShutWindows windows = new ShutWindows();
    final Lane messages = new Lane("messages", 80, () -> 0);
    final Lane operations = new Lane("operations", 1, () -> 0);
    final RecordingJournal journal = new RecordingJournal();
    final OutcomePolicy verdict = new OutcomePolicy(
            new NumberContext("1", InstantSource.fixed(NOW), new NumberJournal("1", journal), new ObjectMapper()),
            windows,
            new Throttle(messages, operations, nanos -> {}), OutboxSettings.USUAL, new Random(1));

    static final class ShutWindows implements Windows {

        @Nullable
        String shut;

        @Override
        public List<String> latest(int atMost) {
            return List.of();
        }

        @Override
        public Optional<Instant> openUntil(String group) {
            return Optional.empty();
        }

        @Override
        public boolean shut(String group, Instant reported) {
            shut = group;
            return true;
        }
    }

    static Send send(Action action, @Nullable WhenShut whenShut) {
        return new Send("1", "G", action, Priority.REPLY, whenShut, NOW, null, Progress.NONE);
    }

    static Send text() {
        return send(TEXT, new WhenShut.Drop());
    }

    static Send tried(Send send, int attempts) {
        return send.with(new Progress.Ready(attempts));
    }

    Settlement refused(Send send, int httpStatus, int code) {
        return verdict.of(send, new Outcome.Refused(new GraphError(httpStatus, code, "message")), NOW);
    }

    static Instant due(Settlement settlement) {
        return ((Settlement.Again) settlement).due();
    }

    static Duration pause(Settlement settlement) {
        return Duration.between(NOW, due(settlement));
    }

    static void assertUnknown(Settlement settlement, String reason) {
        assertThat(settlement).isInstanceOf(Settlement.Again.class);
        assertThat(pause(settlement)).isEqualTo(Duration.ofMinutes(2));
        assertThat(settlement.send().progress()).isEqualTo(new Progress.AwaitingStatus(1, NOW, due(settlement)));
        assertThat(settlement.reason()).startsWith(reason);
    }
}
