package dev.tertulia.store;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.message.Event;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Item;
import dev.tertulia.message.Operation.Request;
import dev.tertulia.message.Operation.Result;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.Operation.Status;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.OperationId;
import dev.tertulia.message.WireError;
import dev.tertulia.operation.OperationStore;
import dev.tertulia.operation.OperationUpdate;
import dev.tertulia.operation.PendingOperations;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.BRIEF;
import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.atOnce;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.operation;
import static dev.tertulia.store.Samples.origin;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.sends;
import static dev.tertulia.store.Samples.settlement;
import static org.assertj.core.api.Assertions.assertThat;

/** Operations are written down with the entries that ask for them, and change together with their desks. */
public interface OperationContract extends StoreContract {

    OperationId ID = new OperationId("1");

    private OperationStore store() {
        return stores().operations();
    }

    private Claim claim() {
        stores().inbox().accept(List.of(message("g", "a")), NOW);
        Claim claim = stores().inbox().claim(1, LONG).getFirst();
        stores().inbox().open(claim);
        return claim;
    }

    private static Status status(State state) {
        return switch (state) {
            case ASKED -> new Status.Asked();
            case UNCLEAR -> new Status.Unclear(null, NOW, Result.NONE);
            case ACCEPTED -> new Status.Accepted(null, NOW, Result.NONE);
            case DONE, PARTLY_DONE, FAILED, EXPIRED -> new Status.Ended(state, null, Result.NONE);
        };
    }

    private static Operation waiting(String id, Instant deadline) {
        return new Operation(new OperationId(id),
                new Request(Operation.Kind.REMOVE, "g", List.of("US.1", "16505551235"), 0, NOW),
                new Status.Accepted("R" + id, deadline, Result.NONE));
    }

    private static PendingOperations desk(long version, Operation... waiting) {
        return new PendingOperations(version, List.of(waiting), List.of(), List.of());
    }

    private boolean put(PendingOperations desk, Operation... changed) {
        return store().replace("g", desk, List.of(changed), List.of());
    }

    @Test
    default void knowsNoOperationThatNobodyAskedFor() {
        assertThat(store().find(ID)).isEmpty();
        assertThat(store().pending("g")).isEqualTo(PendingOperations.EMPTY);
    }

    @Test
    default void knowsWhatATurnAskedFor() {
        InHand.commit(stores().inbox(), claim(), sends(operation("g", "1"), send("g", "2")), NOW);

        assertThat(store().find(ID))
                .contains(Operation.of(ID, new Request(Operation.Kind.RESET_LINK, "g", List.of(), 0, NOW)));
        assertThat(store().find(new OperationId("2"))).isEmpty();
    }

    @Test
    default void knowsNothingOfATurnThatLostItsClaim() throws InterruptedException {
        stores().inbox().accept(List.of(message("g", "a")), NOW);
        Claim lost = stores().inbox().claim(1, BRIEF).getFirst();
        Stream.generate(() -> stores().inbox().claim(1, LONG)).filter(claims -> !claims.isEmpty()).findFirst();

        InHand.commit(stores().inbox(), lost, sends(operation("g", "1")), NOW);

        assertThat(store().find(ID)).isEmpty();
    }

    @Test
    default void knowsWhatWasAskedForOutsideOfATurn() {
        stores().outbox().add(operation("g", "1"));
        stores().outbox().add(send("g", "2"));

        assertThat(store().find(ID)).map(Operation::state).contains(State.ASKED);
        assertThat(store().find(new OperationId("2"))).isEmpty();
    }

    /** The operation of a dead letter that was in this state when a person let it go on. */
    private Operation retried(State state) {
        Send send = operation("g", "1");
        stores().outbox().add(send);
        long fence = stores().outbox().lease("pump", LONG).getAsLong();
        InHand.begin(stores().outbox(), fence, LaneKind.OPERATIONS, new DueQueue("g", Priority.REPLY)).orElseThrow();
        InHand.settle(stores().outbox(), fence, settlement(send, SettlementKind.DEAD));
        put(desk(0), send.operation().orElseThrow().with(status(state)));
        DeadLetterQueue dead = stores().deadLetters().queue(DeadLetterKind.DEAD_SEND);

        assertThat(dead.retry(dead.list(null, 1).getFirst().id().key(), NOW.plus(LONG))).isTrue();

        return store().find(ID).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "EXPIRED"})
    default void isAskedForAnewWhereItFailed(State state) {
        Request request = new Request(Operation.Kind.RESET_LINK, "g", List.of(), 0, NOW.plus(LONG));

        assertThat(retried(state)).isEqualTo(Operation.of(ID, request));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"FAILED", "EXPIRED"})
    default void staysAsItIsWhereItDidNot(State state) {
        assertThat(retried(state).state()).isEqualTo(state);
    }

    @Test
    default void keepsDesksWithAllThatLiesOnThem() {
        Item part = new Item("US.1", false, List.of(new WireError(131212, "title", "details")));
        Operation half = waiting("1", NOW).with(new Status.Ended(State.PARTLY_DONE, null,
                new Result("G", "https://chat.whatsapp.com/x", List.of(part), part.errors())));
        OperationUpdate report = new OperationUpdate(Operation.Kind.REMOVE, null, NOW, "g", null,
                List.of(new Item("US.1", true, List.of())), List.of("1"), true, part.errors());

        put(new PendingOperations(0, List.of(half, waiting("2", NOW)), List.of(report), List.of("R0")), half);

        assertThat(store().pending("g"))
                .isEqualTo(new PendingOperations(1, List.of(half, waiting("2", NOW)), List.of(report), List.of("R0")));
        assertThat(store().find(ID)).contains(half);
        assertThat(store().pending("other")).isEqualTo(PendingOperations.EMPTY);
    }

    @Test
    default void refusesADeskThatWasChangedInBetween() {
        assertThat(put(desk(0, waiting("1", NOW)))).isTrue();

        Event told = new OperationEnded(origin("g", "x", NOW), waiting("2", NOW));
        boolean replaced = store().replace("g", desk(0), List.of(waiting("2", NOW)), List.of(told));

        assertThat(replaced).isFalse();
        assertThat(store().pending("g")).isEqualTo(desk(1, waiting("1", NOW)));
        assertThat(store().find(new OperationId("2"))).isEmpty();
        assertThat(stores().inbox().claim(1, LONG)).isEmpty();
    }

    @Test
    default void letsOneOfManyReplaceADesk() throws InterruptedException {
        assertThat(atOnce(20, () -> put(desk(0, waiting("1", NOW))))).containsOnlyOnce(true);
    }

    @Test
    default void postsWhatIsToBeTold() {
        Event told = new OperationEnded(origin("g", "x", NOW), waiting("1", NOW));
        Event elsewhere = new OperationEnded(origin("h", "y", NOW), waiting("2", NOW));

        store().replace("g", desk(0), List.of(), List.of(told, elsewhere));

        List<Claim> claims = stores().inbox().claim(10, LONG);
        assertThat(claims).extracting(claim -> stores().inbox().open(claim).event()).containsExactly(told, elsewhere);
    }

    @Test
    default void postsBehindTheEventThatIsInHand() {
        Claim claim = claim();
        Event told = new OperationEnded(origin("g", "x", NOW), waiting("1", NOW));

        store().replace("g", desk(0), List.of(), List.of(told));

        assertThat(stores().inbox().open(claim).event()).isEqualTo(message("g", "a"));
        InHand.commit(stores().inbox(), claim, Effects.NONE, NOW);
        assertThat(stores().inbox().open(claim).event()).isEqualTo(told);
    }

    @Test
    default void findsDesksByTheirFirstDeadline() {
        put(desk(0, waiting("1", NOW.plusSeconds(9)), waiting("2", NOW)));

        assertThat(store().overdue(NOW.minusMillis(1), 10)).isEmpty();
        assertThat(store().overdue(NOW, 10)).containsExactly("g");

        put(desk(1, waiting("1", NOW.plusSeconds(9))));
        assertThat(store().overdue(NOW.plusSeconds(8), 10)).isEmpty();

        put(desk(2));
        assertThat(store().overdue(NOW.plus(LONG), 10)).isEmpty();
    }

    @Test
    default void findsNoMoreDesksThanAskedFor() {
        for (String name : List.of("a", "b", "c")) {
            store().replace(name, desk(0, waiting("1", NOW)), List.of(), List.of());
        }

        assertThat(store().overdue(NOW, 2)).hasSize(2);
    }
}
