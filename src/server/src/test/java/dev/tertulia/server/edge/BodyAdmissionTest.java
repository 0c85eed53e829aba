package dev.tertulia.server.edge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BodyAdmissionTest {

    private static final int MB = 1024 * 1024;
    private static final Duration ANY = Duration.ofSeconds(10);

    private final AtomicLong nanos = new AtomicLong();
    private final ConnectionLimiter admission = new ConnectionLimiter(new EdgeLimits(3, 4 * MB, 3 * MB, ANY, ANY, ANY),
            nanos::get);
    private final List<String> evicted = new ArrayList<>();
    private final ConnectionLimiter.Admitted first = () -> evicted.add("first");
    private final ConnectionLimiter.Admitted second = () -> evicted.add("second");
    private final ConnectionLimiter.Admitted third = () -> evicted.add("third");
    private final ConnectionLimiter.Admitted fourth = () -> evicted.add("fourth");

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void enter(ConnectionLimiter.Admitted... guests) {
        for (ConnectionLimiter.Admitted guest : guests) {
            assertThat(admission.enter(guest)).isTrue();
        }
    }

    @Test
    void whoWaitsTheLongestMakesRoomForAnother() {
        enter(first, second, third, fourth);

        assertThat(evicted).containsExactly("first");
        assertThat(admission.connections()).isEqualTo(3);
    }

    @Test
    void whoHasARequestInHandDoesNot() {
        enter(first, second, third);
        admission.works(first);
        enter(fourth);

        assertThat(evicted).containsExactly("second");
    }

    @Test
    void whoIsKnownDoesSoAfterTheOthers() {
        enter(first, second, third);
        admission.works(first);
        admission.waits(first, true);
        enter(fourth, () -> {}, () -> {}, () -> {});

        assertThat(evicted).containsExactly("second", "third", "fourth");
    }

    @Test
    void whereAllWorkNobodyComesIn() {
        enter(first, second, third);
        admission.works(first);
        admission.works(second);
        admission.works(third);

        assertThat(admission.enter(fourth)).isFalse();
        assertThat(evicted).isEmpty();
    }

    @Test
    void oldBodiesMakeRoomForNewOnes() {
        enter(first, second);
        assertThat(admission.reserve(first, 2 * MB)).isTrue();
        pass(Duration.ofSeconds(2));

        assertThat(admission.reserve(second, 2 * MB)).isTrue();
        assertThat(evicted).containsExactly("first");
        assertThat(admission.held()).isEqualTo(2 * MB);
    }

    @Test
    void youngOnesDoNot() {
        enter(first, second);
        assertThat(admission.reserve(first, 2 * MB)).isTrue();

        assertThat(admission.reserve(second, 2 * MB)).isFalse();
        assertThat(evicted).isEmpty();
    }

    @Test
    void largeBodiesLeaveRoomForSmallOnes() {
        enter(first, second);
        assertThat(admission.reserve(first, 3 * MB)).isTrue();

        assertThat(admission.reserve(second, MB)).isFalse();
        assertThat(admission.reserve(second, 1024)).isTrue();
    }

    @Test
    void completeBodiesAreHeldUntilTheyAreReleased() {
        enter(first, second);
        admission.reserve(first, 3 * MB);
        admission.works(first);
        pass(Duration.ofSeconds(9));

        assertThat(admission.reserve(second, MB)).isFalse();
        admission.release(3 * MB);
        assertThat(admission.reserve(second, MB)).isTrue();
        assertThat(evicted).isEmpty();
    }

    @Test
    void whoLeavesHoldsNothing() {
        enter(first);
        admission.reserve(first, MB);
        admission.leave(first);
        admission.waits(first, true);

        assertThat(admission.held()).isZero();
        assertThat(admission.connections()).isZero();
    }

    @Test
    void theBoundsFitTheHeap() {
        EdgeLimits small = EdgeLimits.of(256L * MB, 3 * MB);

        assertThat(small.connections()).isEqualTo(1024);
        assertThat(small.bodies()).isEqualTo(32L * MB);
    }
}
