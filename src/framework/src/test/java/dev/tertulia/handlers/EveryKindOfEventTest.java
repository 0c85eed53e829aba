package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.OnAccountUpdate;
import dev.tertulia.bot.OnGroupCleared;
import dev.tertulia.bot.OnGroupCreated;
import dev.tertulia.bot.OnGroupDeleted;
import dev.tertulia.bot.OnGroupSettings;
import dev.tertulia.bot.OnGroupSuspended;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnJoinRequest;
import dev.tertulia.bot.OnJoinRequestRevoked;
import dev.tertulia.bot.OnLeave;
import dev.tertulia.bot.OnMemberChanged;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnNumberUpdate;
import dev.tertulia.bot.OnOperationEnded;
import dev.tertulia.bot.OnOperationFailed;
import dev.tertulia.bot.OnPrivateMessage;
import dev.tertulia.bot.OnReaction;
import dev.tertulia.bot.OnRemoved;
import dev.tertulia.bot.OnSendFailed;
import dev.tertulia.bot.OnStatus;
import dev.tertulia.bot.OnTemplateUpdate;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.OnUnsupported;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Kind;
import dev.tertulia.message.Operation.Request;
import dev.tertulia.message.OperationFailed;
import dev.tertulia.message.OperationId;
import dev.tertulia.message.TimerFired;

import static org.assertj.core.api.Assertions.assertThat;

/** Each annotation takes the kind of event that its name says, and no other. */
class EveryKindOfEventTest {

    @Bot
    static final class AllBot {

        @OnMessage
        void message() {}

        @OnPrivateMessage
        void privateMessage() {}

        @OnSendFailed
        void sendFailed() {}

        @OnReaction
        void reaction() {}

        @OnJoin
        void join() {}

        @OnLeave
        void leave() {}

        @OnRemoved
        void removed() {}

        @OnMemberChanged
        void memberChanged() {}

        @OnJoinRequest
        void joinRequest() {}

        @OnJoinRequestRevoked
        void joinRequestRevoked() {}

        @OnGroupCreated
        void groupCreated() {}

        @OnGroupDeleted
        void groupDeleted() {}

        @OnGroupSettings
        void groupSettings() {}

        @OnGroupSuspended
        void groupSuspended() {}

        @OnGroupCleared
        void groupCleared() {}

        @OnOperationFailed
        void operationFailed() {}

        @OnOperationEnded
        void operationEnded() {}

        @OnStatus
        void status() {}

        @OnAccountUpdate
        void accountUpdate() {}

        @OnTemplateUpdate
        void templateUpdate() {}

        @OnNumberUpdate
        void numberUpdate() {}

        @OnUnsupported
        void unsupported() {}

        @OnTimer("tea")
        void timer() {}
    }

    private final TestLine line = Bots.line(AllBot.class);

    private record Case(Event event, String handler) {}

    static List<Case> kinds() {
        Events in = Events.in("G");
        return List.of(new Case(in.says("hi"), "message"),
                new Case(Events.privately(Events.ANA).writes("hi"), "privateMessage"),
                new Case(in.sendFailed("1", 131026), "sendFailed"),
                new Case(in.reacts("wamid.1", "👍"), "reaction"),
                new Case(in.joins(), "join"), new Case(in.leaves(), "leave"), new Case(in.isRemoved(), "removed"),
                new Case(in.becomes(Events.BEN), "memberChanged"),
                new Case(in.asksToJoin("1"), "joinRequest"), new Case(in.revokes("1"), "joinRequestRevoked"),
                new Case(in.created("Tea"), "groupCreated"), new Case(in.deleted(), "groupDeleted"),
                new Case(in.renamed("Cake"), "groupSettings"), new Case(in.suspended(), "groupSuspended"),
                new Case(in.cleared(), "groupCleared"),
                new Case(in.failed(Operation.Kind.DELETE), "operationFailed"),
                new Case(in.ended(
                        Operation.of(new OperationId("1"), new Request(Kind.DELETE, "G", List.of(), 0, Events.NOW))),
                        "operationEnded"),
                new Case(in.status(State.READ, "wamid.1", null), "status"), new Case(in.restricted(), "accountUpdate"),
                new Case(in.template("tea", "PAUSED"), "templateUpdate"),
                new Case(in.flagged(), "numberUpdate"), new Case(in.poll(), "unsupported"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isTaken(Case kind) {
        line.receive(kind.event());

        assertThat(line.journal(Step.HANDLED)).containsExactly("AllBot." + kind.handler() + "()");
    }

    @Test
    void noneIsLeftOut() {
        Stream<Class<?>> tested = kinds().stream().map(kind -> kind.event().getClass());

        assertThat(Stream.concat(tested, Stream.of(TimerFired.class)))
                .containsExactlyInAnyOrderElementsOf(records(Event.class).toList());
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EveryKindOfEventTest::records)
                : Stream.of(type);
    }

    @Test
    void aTimerIsTakenByItsName() {
        Group group = line.group("G");
        group.startTimer("tea", Duration.ZERO);
        group.startTimer("cake", Duration.ZERO);

        line.settle();

        assertThat(line.journal(Step.HANDLED)).containsExactly("AllBot.timer()");
        assertThat(line.journal(Step.UNHANDLED)).containsExactly("TimerFired");
    }
}
