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
import dev.tertulia.message.Operation.Status;
import dev.tertulia.message.OperationId;

import static org.assertj.core.api.Assertions.assertThat;

/** A desk brings operations and reports together, and keeps neither for ever. */
class PendingOperationsTest {

    private static Operation rename(String id, String requestId) {
        return new Operation(new OperationId(id),
                new Request(Kind.SETTINGS, "G", List.of("group_subject"), 0, Events.NOW),
                new Status.Accepted(requestId, Events.NOW, Result.NONE));
    }

    private static OperationUpdate report(String requestId) {
        return OperationUpdate.of(Events.in("G").renamed("Tea", requestId)).orElseThrow();
    }

    @Test
    void theLatestReportsAreKept() {
        PendingOperations desk = PendingOperations.EMPTY;
        for (int i = 0; i < 60; i++) {
            desk = desk.apply(report("R" + i)).pending();
        }

        assertThat(desk.early()).extracting(OperationUpdate::requestId)
                .isEqualTo(IntStream.range(10, 60).mapToObj(i -> "R" + i).toList());
    }

    @Test
    void theLatestNamesAreKnown() {
        PendingOperations desk = PendingOperations.EMPTY;
        for (int i = 0; i < 110; i++) {
            desk = desk.put(rename("" + i, "R" + i)).pending().apply(report("R" + i)).pending();
        }

        assertThat(desk.waiting()).isEmpty();
        assertThat(desk.settled()).hasSize(100).first().isEqualTo("R10");
    }

    @Test
    void aReportIsKeptOnce() {
        OperationUpdate report = report("R1");

        assertThat(PendingOperations.EMPTY.apply(report).pending().apply(report).pending().early())
                .containsExactly(report);
    }

    @Test
    void whatIsToldAgainIsNotKept() {
        PendingOperations desk = PendingOperations.EMPTY.put(rename("1", "R1")).pending().apply(report("R1")).pending();

        assertThat(desk.apply(report("R1")).pending().early()).isEmpty();
    }

    @Test
    void theOldestOperationWithoutANameIsMeant() {
        PendingOperations desk = PendingOperations.EMPTY.put(rename("1", null)).pending().put(rename("2", null))
                .pending();

        assertThat(desk.apply(report("R1")).changed()).extracting(Operation::id).containsExactly(new OperationId("1"));
    }

    @Test
    void whatHappenedBeforeIsNotMeant() {
        Event before = Events.in("G").at(Events.NOW.minusSeconds(61)).renamed("Tea", "R1");
        PendingOperations desk = PendingOperations.EMPTY.put(rename("1", null)).pending();

        assertThat(desk.apply(OperationUpdate.of(before).orElseThrow()).changed()).isEmpty();
    }
}
