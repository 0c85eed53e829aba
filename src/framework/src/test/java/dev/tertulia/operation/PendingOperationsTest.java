package dev.tertulia.operation;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Kind;
import dev.tertulia.message.Operation.Request;
import dev.tertulia.message.Operation.Result;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.OperationId;

import static org.assertj.core.api.Assertions.assertThat;

/** A desk brings operations and reports together, and keeps neither for ever. */
class PendingOperationsTest {

    private static Operation rename(String id, String requestId) {
        return new Operation(new OperationId(id),
                new Request(Kind.SETTINGS, "G", List.of("group_subject"), 0, Events.NOW), State.ACCEPTED, requestId,
                Events.NOW, Result.NONE);
    }

    private static OperationUpdate report(String requestId) {
        return OperationUpdate.of(Events.in("G").renamed("Tea", requestId)).orElseThrow();
    }

    @Test
    void theLatestReportsAreKept() {
        PendingOperations desk = PendingOperations.EMPTY;
        for (int i = 0; i < 60; i++) {
            desk = desk.tell(report("R" + i)).desk();
        }

        assertThat(desk.early()).extracting(OperationUpdate::requestId)
                .isEqualTo(IntStream.range(10, 60).mapToObj(i -> "R" + i).toList());
    }

    @Test
    void theLatestNamesAreKnown() {
        PendingOperations desk = PendingOperations.EMPTY;
        for (int i = 0; i < 110; i++) {
            desk = desk.put(rename("" + i, "R" + i)).desk().tell(report("R" + i)).desk();
        }

        assertThat(desk.waiting()).isEmpty();
        assertThat(desk.settled()).hasSize(100).first().isEqualTo("R10");
    }

    @Test
    void aReportIsKeptOnce() {
        OperationUpdate report = report("R1");

        assertThat(PendingOperations.EMPTY.tell(report).desk().tell(report).desk().early()).containsExactly(report);
    }

    @Test
    void whatIsToldAgainIsNotKept() {
        PendingOperations desk = PendingOperations.EMPTY.put(rename("1", "R1")).desk().tell(report("R1")).desk();

        assertThat(desk.tell(report("R1")).desk().early()).isEmpty();
    }

    @Test
    void theOldestOperationWithoutANameIsMeant() {
        PendingOperations desk = PendingOperations.EMPTY.put(rename("1", null)).desk().put(rename("2", null)).desk();

        assertThat(desk.tell(report("R1")).changed()).extracting(Operation::id).containsExactly(new OperationId("1"));
    }

    @Test
    void whatHappenedBeforeIsNotMeant() {
        Event before = Events.in("G").at(Events.NOW.minusSeconds(61)).renamed("Tea", "R1");
        PendingOperations desk = PendingOperations.EMPTY.put(rename("1", null)).desk();

        assertThat(desk.tell(OperationUpdate.of(before).orElseThrow()).changed()).isEmpty();
    }
}
