package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnOperationEnded;
import dev.tertulia.bot.OnRemoved;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Turn;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.graph.Outcome;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Item;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.OperationFailed;
import dev.tertulia.message.OperationId;
import dev.tertulia.message.WireError;
import dev.tertulia.operation.OperationAck;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever asked for an operation is told once how it ended, in whatever order answer and webhook come. */
class OperationEndTest {

    @Bot
    static final class OwnerBot {

        @OnCommand("remove")
        void remove(Group group) {
            group.remove(List.of(Events.ANA, Events.BEN));
        }

        @OnCommand("remove one")
        void removeOne(Group group) {
            group.remove(Events.BEN);
        }

        @OnCommand("rename")
        void rename(Group group) {
            group.rename("Tea");
        }

        @OnCommand("delete")
        void delete(Group group) {
            group.delete();
        }

        @OnCommand("approve")
        void approve(Group group) {
            group.approve("request-1");
        }

        @OnCommand("link")
        void link(Group group) {
            group.resetInviteLink();
        }

        @OnCommand("create")
        void create(Turn turn) {
            turn.create(NewGroup.called("Cake"));
        }

        @OnOperationEnded
        Notice ended(OperationEnded event) {
            Operation operation = event.operation();
            String parts = operation.result().items().stream().map(part -> part.name() + (part.done() ? "+" : "-"))
                    .collect(Collectors.joining(" ", " ", ""));
            return Reply.text(operation.kind() + " " + operation.state() + parts).orDrop();
        }
    }

    @Bot
    static final class ForgetfulBot {

        @OnRemoved
        void removed() {
            throw new IllegalStateException("not now");
        }
    }

    private final TestLine line = Bots.line(OwnerBot.class, ForgetfulBot.class);
    private final Events group = Events.in("G");

    private void ask(String command) {
        line.receive(group.says("/" + command));
    }

    /** What was said about ends of operations. */
    private List<String> told(TestLine where) {
        return where.graph().asked().stream().filter(asked -> asked.action() instanceof Message)
                .map(asked -> asked.what())
                .toList();
    }

    private List<String> told() {
        return told(line);
    }

    private Operation asked() {
        return line.operations().find(new OperationId(line.graph().asked().getFirst().callback())).orElseThrow();
    }

    @Test
    void aRemovalEndsWithItsLastPerson() {
        line.graph().thenAccepts("R1");
        ask("remove");

        line.receive(group.isRemoved("R1"));
        assertThat(told()).isEmpty();
        assertThat(asked().state()).isEqualTo(State.ACCEPTED);

        line.receive(group.by(Events.BEN).isRemoved("R1"));
        assertThat(told()).containsExactly("REMOVE DONE US.1+ US.2+");
    }

    @Test
    void theWebhookMayComeBeforeTheAnswer() {
        line.graph().thenAccepts("R1").meanwhile(
                () -> line.receive(group.isRemoved("R1"), group.by(Events.BEN).isRemoved("R1")));

        ask("remove");

        assertThat(told()).containsExactly("REMOVE DONE US.1+ US.2+");
    }

    @Test
    void eachItemHasItsOwnResult() {
        line.graph().thenAccepts("R1");
        ask("remove");

        line.receive(group.isRemoved("R1"), group.failed(Operation.Kind.REMOVE, "R1", "16505551235"));

        assertThat(told()).containsExactly("REMOVE PARTLY_DONE US.1+ US.2-");
        assertThat(asked().result().items()).contains(
                new Item("US.2", false, List.of(new WireError(131212, "title of 131212", null))));
    }

    @Test
    void aSettingThatFailedIsNamed() {
        line.graph().thenAccepts("R1");
        ask("rename");

        line.receive(group.failed(Operation.Kind.SETTINGS, "R1", "group_subject"));

        assertThat(told()).containsExactly("SETTINGS FAILED group_subject-");
    }

    @Test
    void whatIsRefusedAtOnceHasFailed() {
        line.graph().thenRefuses(400, 131009);

        ask("rename");

        assertThat(told()).containsExactly("SETTINGS FAILED group_subject-");
        assertThat(asked().result().errors()).containsExactly(new WireError(131009, "error 131009", null));
    }

    @Test
    void whatWasSoAlreadyIsDone() {
        line.graph().thenRefuses(400, 131212);

        ask("remove one");

        assertThat(told()).containsExactly("REMOVE DONE US.2+");
    }

    @Test
    void aRefusalBecauseOfOneOfSeveralHasDoneNothing() {
        line.graph().thenRefuses(400, 131212);

        ask("remove");

        assertThat(told()).containsExactly("REMOVE FAILED US.1- US.2-");
        assertThat(asked().result().errors()).containsExactly(new WireError(131212, "error 131212", null));
    }

    @Test
    void whatTheAnswerTellsEndsWithTheAnswer() {
        line.graph().then(new Outcome.Accepted(null, new OperationAck(null, null,
                List.of(new Item("request-1", false, List.of())), List.of(new WireError(131201, "partly", null)))));
        line.graph().then(new Outcome.Accepted(null, new OperationAck(null, "https://link", List.of(), List.of())));

        ask("approve");
        ask("link");

        assertThat(told()).containsExactly("APPROVE FAILED request-1-", "RESET_LINK DONE ");
    }

    @Test
    void aRemovalMayEndWithItsAnswer() {
        line.graph().then(accepted(new Item("US.1", true, List.of()), new Item("US.2", false, List.of())));

        ask("remove");

        assertThat(told()).containsExactly("REMOVE PARTLY_DONE US.1+ US.2-");
    }

    @Test
    void anAnswerThatNamesOthersDoesNotEndARemoval() {
        line.graph().then(accepted(new Item("16505551234", true, List.of()), new Item("?", false, List.of())));

        ask("remove");

        assertThat(asked().state()).isEqualTo(State.ACCEPTED);
    }

    private static Outcome accepted(Item... parts) {
        return new Outcome.Accepted(null, new OperationAck(null, null, List.of(parts), List.of()));
    }

    @Test
    void aDeletionWhoseAnswerHasNoNameEndsWithItsGroup() {
        ask("delete");
        assertThat(asked().state()).isEqualTo(State.ACCEPTED);

        line.receive(group.deleted("R1"));

        assertThat(asked().state()).isEqualTo(State.DONE);
    }

    @Test
    void aDeletionMayBeToldBeforeItsAnswer() {
        line.graph().meanwhile(() -> line.receive(group.deleted("R1")));

        ask("delete");

        assertThat(asked().state()).isEqualTo(State.DONE);
    }

    @Test
    void aCreationEndsWhereItWasAskedFor() {
        line.graph().thenAccepts("R1");
        ask("create");

        line.receive(Events.in("NEW").created("Cake", "R1"));

        assertThat(told()).containsExactly("CREATE DONE Cake+");
        assertThat(asked().group()).isEqualTo("NEW");
        assertThat(asked().result().inviteLink()).isEqualTo("https://chat.whatsapp.com/Cake");
    }

    @Test
    void whatNobodyHereAskedForEndsNothing() {
        line.graph().thenAccepts("R1");
        ask("rename");

        line.receive(group.renamed("Tea", "R2"));

        assertThat(told()).isEmpty();
        assertThat(asked().state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void nothingHeardInTimeIsAlarmedOnce() {
        line.graph().thenAccepts("R1");
        ask("rename");

        line.advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(asked().state()).isEqualTo(State.ACCEPTED);

        line.advance(Duration.ofSeconds(1));
        line.receive(group.renamed("Tea", "R1"));
        assertThat(told()).containsExactly("SETTINGS EXPIRED ");
        assertThat(line.journal(Step.OPERATION_EXPIRED)).containsExactly(
                "SETTINGS may have been done or not: nothing was reported of it for PT30M");
        assertThat(Step.OPERATION_EXPIRED.alarming()).isTrue();
    }

    @Test
    void whatAPersonLetsBeRepeatedEndsOnceMore() {
        line.graph().thenRefuses(400, 131009).thenAccepts("R1");
        ask("rename");

        line.letters().retry(line.letters().list(DeadLetterKind.DEAD_SEND, null, 1).getFirst().id());
        line.settle();
        assertThat(asked().state()).isEqualTo(State.ACCEPTED);
        line.receive(group.renamed("Tea", "R1"));

        assertThat(told()).containsExactly("SETTINGS FAILED group_subject-", "SETTINGS DONE group_subject+");
    }

    @Test
    void anOperationOutlivesTheProgram() {
        line.graph().thenAccepts("R1");
        ask("rename");

        TestLine next = line.restarted();
        next.receive(group.renamed("Tea", "R1"));

        assertThat(told(next)).containsExactly("SETTINGS DONE group_subject+");
        assertThat(asked().state()).isEqualTo(State.DONE);
    }

    @Test
    void anEventThatIsHandledAgainEndsNothingTwice() {
        line.graph().thenAccepts("R1");
        ask("remove");
        Event removed = group.by(Events.BEN).isRemoved("R1");

        line.receive(group.isRemoved("R1"), removed);
        line.receive(removed);

        assertThat(line.inbox().deadLetters()).hasSize(2);
        assertThat(told()).containsExactly("REMOVE DONE US.1+ US.2+");
    }
}
