package dev.tertulia.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.BlockedUntil;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.TurnPosition;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.operation;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.sends;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

/** What an outbox promises of entries of one turn that lie in several queues: each waits for the one before it. */
public interface TurnOrderContract extends StoreContract {

    Instant LATER = NOW.plus(LONG);

    private OutboxStore outbox() {
        return stores().outbox();
    }

    private long lead() {
        return outbox().lease("pump", LONG).getAsLong();
    }

    /** A turn that wants these. */
    private void turn(Send... sends) {
        stores().inbox().accept(List.of(message("g", sends[0].id())), NOW);
        Claim claim = stores().inbox().claim(1, LONG).getFirst();
        stores().inbox().open(claim);
        InHand.commit(stores().inbox(), claim, sends(sends), NOW);
    }

    private static Send after(Send send, String id) {
        return send.in(new TurnPosition(id, false));
    }

    private Optional<Send> begin(LaneKind lane) {
        return InHand.begin(outbox(), lead(), lane, new DueQueue("g", Priority.REPLY));
    }

    private List<DueQueue> due(LaneKind lane) {
        return outbox().due(lane, LATER, 10);
    }

    private void settle(Send send, SettlementKind kind) {
        assertThat(InHand.settle(outbox(), lead(), settlement(send, kind))).isTrue();
    }

    private void leaves(LaneKind lane, Send expected) {
        assertThat(begin(lane)).contains(expected);
        settle(expected, SettlementKind.SENT);
    }

    private void assertThatNoOperationMayLeave() {
        assertThat(due(LaneKind.OPERATIONS)).isEmpty();
        assertThat(begin(LaneKind.OPERATIONS)).isEmpty();
    }

    private void assertThatTheOperationMayLeave() {
        assertThat(due(LaneKind.OPERATIONS)).containsExactly(new DueQueue("g", Priority.REPLY));
        assertThat(begin(LaneKind.OPERATIONS)).contains(after(operation("g", "2"), "1"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "HELD", "DEAD", "GONE"})
    default void waitsUntilItIsDecidedWhatBecomesOfTheOneBefore(SettlementKind kind) {
        turn(send("g", "1"), after(operation("g", "2"), "1"));
        assertThatNoOperationMayLeave();
        assertThat(begin(LaneKind.MESSAGES)).contains(send("g", "1"));
        assertThatNoOperationMayLeave();

        settle(send("g", "1"), kind);

        assertThatTheOperationMayLeave();
    }

    @Test
    default void waitsWhileTheOneBeforeIsTriedAgain() {
        turn(send("g", "1"), after(operation("g", "2"), "1"));
        begin(LaneKind.MESSAGES);
        settle(send("g", "1"), SettlementKind.AGAIN);

        assertThatNoOperationMayLeave();

        leaves(LaneKind.MESSAGES, send("g", "1"));
        assertThatTheOperationMayLeave();
    }

    @Test
    default void isGivenBackAsItWas() {
        Send last = operation("g", "2").in(new TurnPosition("1", true));
        turn(send("g", "1").in(new TurnPosition(null, true)), last);

        leaves(LaneKind.MESSAGES, send("g", "1").in(new TurnPosition(null, true)));

        assertThat(begin(LaneKind.OPERATIONS)).contains(last);
    }

    @Test
    default void goesOnFromQueueToQueueAndBack() {
        Send second = after(operation("g", "2"), "1");
        Send third = after(send("g", "3"), "2");
        turn(send("g", "1"), second, third, after(operation("g", "4"), "3"));

        leaves(LaneKind.MESSAGES, send("g", "1"));
        assertThat(due(LaneKind.MESSAGES)).isEmpty();
        assertThat(begin(LaneKind.MESSAGES)).isEmpty();
        leaves(LaneKind.OPERATIONS, second);
        assertThatNoOperationMayLeave();
        leaves(LaneKind.MESSAGES, third);

        assertThat(begin(LaneKind.OPERATIONS)).contains(after(operation("g", "4"), "3"));
    }

    @Test
    default void keepsTheOrderOfPrioritiesInOneLane() {
        Send urgent = after(send("g", "2", Priority.MODERATION), "1");
        turn(send("g", "1", Priority.NOTICE), urgent);
        assertThat(due(LaneKind.MESSAGES)).containsExactly(new DueQueue("g", Priority.NOTICE));

        InHand.begin(outbox(), lead(), LaneKind.MESSAGES, new DueQueue("g", Priority.NOTICE));
        settle(send("g", "1", Priority.NOTICE), SettlementKind.SENT);

        assertThat(due(LaneKind.MESSAGES)).containsExactly(new DueQueue("g", Priority.MODERATION));
        assertThat(InHand.begin(outbox(), lead(), LaneKind.MESSAGES, new DueQueue("g", Priority.MODERATION)))
                .contains(urgent);
    }

    @Test
    default void letsAnotherTurnNeitherOvertakeNorWaitElsewhere() {
        turn(send("g", "1"), after(operation("g", "2"), "1"));
        turn(operation("g", "3"));
        turn(send("g", "4", Priority.MODERATION));
        begin(LaneKind.MESSAGES);
        settle(send("g", "1"), SettlementKind.AGAIN);

        assertThatNoOperationMayLeave();
        assertThat(InHand.begin(outbox(), lead(), LaneKind.MESSAGES, new DueQueue("g", Priority.MODERATION)))
                .contains(send("g", "4", Priority.MODERATION));
        settle(send("g", "4", Priority.MODERATION), SettlementKind.SENT);
        leaves(LaneKind.MESSAGES, send("g", "1"));
        leaves(LaneKind.OPERATIONS, after(operation("g", "2"), "1"));
        assertThat(begin(LaneKind.OPERATIONS)).contains(operation("g", "3"));
    }

    @Test
    default void doesNotHurryWhatAnEarlierTurnWants() {
        turn(operation("g", "0"));
        turn(send("g", "1"), after(operation("g", "2"), "1"));
        begin(LaneKind.OPERATIONS);
        InHand.settle(outbox(), lead(), settlement(operation("g", "0"), SettlementKind.AGAIN, LATER));

        leaves(LaneKind.MESSAGES, send("g", "1"));

        assertThat(outbox().due(LaneKind.OPERATIONS, LATER.minusMillis(1), 10)).isEmpty();
        assertThat(due(LaneKind.OPERATIONS)).hasSize(1);
    }

    @Test
    default void waitsForAnUnknownOutcomeUntilAStatusComes() {
        turn(send("g", "1"), after(operation("g", "2"), "1"));
        begin(LaneKind.MESSAGES);
        settle(unknown(send("g", "1")), SettlementKind.AGAIN);
        assertThatNoOperationMayLeave();

        outbox().confirm("g", "1", "wamid.1", NOW);

        assertThatTheOperationMayLeave();
    }

    @Test
    default void waitsForAnUnknownOutcomeUntilAPersonDiscardsIt() {
        turn(send("g", "1"), after(operation("g", "2"), "1"));
        begin(LaneKind.MESSAGES);
        settle(unknown(send("g", "1")), SettlementKind.AGAIN);
        DeadLetterQueue queue = stores().deadLetters().queue(DeadLetterKind.UNKNOWN);

        assertThat(queue.discard("1", NOW)).isTrue();

        assertThatTheOperationMayLeave();
    }

    @Test
    default void waitsForAnUnknownOutcomeThatAPersonRetries() {
        turn(send("g", "1"), after(operation("g", "2"), "1"));
        begin(LaneKind.MESSAGES);
        settle(unknown(send("g", "1")), SettlementKind.AGAIN);

        assertThat(stores().deadLetters().queue(DeadLetterKind.UNKNOWN).retry("1", NOW)).isTrue();

        assertThatNoOperationMayLeave();
        leaves(LaneKind.MESSAGES, unknown(send("g", "1")).repeated());
        assertThatTheOperationMayLeave();
    }

    @Test
    default void waitsOnAfterAPumpDied() {
        turn(send("g", "1"), after(operation("g", "2"), "1"));
        begin(LaneKind.MESSAGES);
        outbox().release(lead());
        long fence = outbox().lease("another", LONG).getAsLong();
        assertThat(InHand.begin(outbox(), fence, LaneKind.OPERATIONS, new DueQueue("g", Priority.REPLY))).isEmpty();

        Send interrupted = InHand.interrupted(outbox(), fence).getFirst();
        InHand.settle(outbox(), fence, settlement(interrupted, SettlementKind.SENT));

        assertThat(due(LaneKind.OPERATIONS)).hasSize(1);
        assertThat(InHand.begin(outbox(), fence, LaneKind.OPERATIONS, new DueQueue("g", Priority.REPLY)))
                .contains(after(operation("g", "2"), "1"));
    }

    @Test
    default void keepsTheOrderOfAParkedGroup() {
        turn(send("g", "1"), after(operation("g", "2"), "1"));
        begin(LaneKind.MESSAGES);
        settle(send("g", "1"), SettlementKind.PARKED);

        outbox().unpark("g", BlockedUntil.UNTIL_JOIN, NOW);

        assertThatNoOperationMayLeave();
        leaves(LaneKind.MESSAGES, send("g", "1"));
        assertThatTheOperationMayLeave();
    }

    @Test
    default void isForgottenWithAParkedGroup() {
        turn(send("g", "1"), after(operation("g", "2"), "1"));
        begin(LaneKind.MESSAGES);
        settle(send("g", "1"), SettlementKind.PARKED);
        DeadLetterQueue parked = stores().deadLetters().queue(DeadLetterKind.PARKED);

        assertThat(parked.discard(parked.list(null, 1).getFirst().id().key(), NOW)).isTrue();

        assertThat(due(LaneKind.MESSAGES)).isEmpty();
        assertThatNoOperationMayLeave();
        turn(send("g", "3"), after(operation("g", "4"), "3"));
        leaves(LaneKind.MESSAGES, send("g", "3"));
        assertThat(begin(LaneKind.OPERATIONS)).contains(after(operation("g", "4"), "3"));
    }

    @Test
    default void nothingWaitsForWhatIsHeldAndReleased() {
        Send third = after(send("g", "3"), "2");
        turn(send("g", "1"), after(operation("g", "2"), "1"), third);
        begin(LaneKind.MESSAGES);
        settle(send("g", "1"), SettlementKind.HELD);
        assertThat(begin(LaneKind.MESSAGES)).isEmpty();

        outbox().releaseHeld("g", NOW);

        assertThat(due(LaneKind.MESSAGES)).containsExactly(new DueQueue("g", Priority.REPLY));
        leaves(LaneKind.MESSAGES, send("g", "1"));
        assertThat(begin(LaneKind.MESSAGES)).isEmpty();
        leaves(LaneKind.OPERATIONS, after(operation("g", "2"), "1"));
        assertThat(begin(LaneKind.MESSAGES)).contains(third);
    }

    @Test
    default void aDeadLetterThatIsRetriedWaitsForNothing() {
        turn(send("g", "1"), after(operation("g", "2"), "1"));
        leaves(LaneKind.MESSAGES, send("g", "1"));
        begin(LaneKind.OPERATIONS);
        settle(after(operation("g", "2"), "1"), SettlementKind.DEAD);
        DeadLetterQueue dead = stores().deadLetters().queue(DeadLetterKind.DEAD_SEND);

        assertThat(dead.retry(dead.list(null, 1).getFirst().id().key(), NOW)).isTrue();

        assertThat(due(LaneKind.OPERATIONS)).hasSize(1);
        assertThat(begin(LaneKind.OPERATIONS)).contains(operation("g", "2"));
    }

    @Test
    default void countsWhatWaitsAsNotDue() {
        turn(send("g", "1"), after(operation("g", "2"), "1"));

        assertThat(begin(LaneKind.MESSAGES)).isPresent();

        assertThat(outbox().counts().waiting()).isEqualTo(1);
        assertThat(outbox().counts().dueSince()).isNull();
        settle(send("g", "1"), SettlementKind.SENT);
        assertThat(outbox().counts().dueSince()).isNotNull();
    }
}
