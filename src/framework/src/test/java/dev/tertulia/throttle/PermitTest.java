package dev.tertulia.throttle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What leaves a lane is never one too many for a server that counts by the second, whenever it counts. */
class PermitTest {

    private static final int RATE = 80;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MILLI = SECOND / 1_000;

    private long now;
    private final Lane lane = new Lane("messages", RATE, () -> now);
    private final PriorityQueue<Answer> onTheWay = new PriorityQueue<>(Comparator.comparingLong(Answer::at));

    /** An answer that is to come. */
    private record Answer(Permit exit, long at) {}

    /** Lets time pass, and in it the answers come. */
    private void sleep(long nanos) {
        long end = now + nanos;
        while (!onTheWay.isEmpty() && onTheWay.peek().at() <= end) {
            Answer answer = onTheWay.poll();
            now = Math.max(now, answer.at());
            answer.exit().answered();
        }
        now = Math.max(now, end);
    }

    private void ask(long answeredIn) {
        Permit exit = lane.leave(this::sleep);
        exit.asks();
        onTheWay.add(new Answer(exit, now + answeredIn));
    }

    private void askAtOnce(int requests) {
        for (int i = 0; i < requests; i++) {
            ask(10 * MILLI);
        }
    }

    @Test
    void asManyAsTheRateLeaveAtOnce() {
        askAtOnce(RATE);

        assertThat(now).isZero();
    }

    @Test
    void oneMoreLeavesASecondAfterTheFirstAnswer() {
        askAtOnce(RATE + 1);

        assertThat(now).isEqualTo(SECOND + 11 * MILLI);
    }

    @Test
    void whatIsGivenBackDoesNotCount() {
        for (int i = 0; i < RATE; i++) {
            lane.leave(this::sleep).close();
        }

        askAtOnce(RATE);

        assertThat(now).isZero();
    }

    @Test
    void whatWaitsAtTheExitIsAhead() {
        List<Duration> ahead = new ArrayList<>();
        askAtOnce(RATE);

        lane.leave(nanos -> {
            ahead.add(lane.ahead());
            sleep(nanos);
        }).close();

        assertThat(ahead).startsWith(Duration.ofNanos(SECOND / RATE));
        assertThat(lane.ahead()).isZero();
    }

    @Test
    void noSecondOfTheServerHasMoreThanTheRate() {
        long seed = System.nanoTime();
        System.out.println("exit: seed " + seed);
        Random chance = new Random(seed);
        List<Long> counted = new ArrayList<>();

        for (int i = 0; i < 50 * RATE; i++) {
            long there = 5 * MILLI + late(chance);
            ask(there + 5 * MILLI + late(chance));
            counted.add(now + there);
        }

        counted.sort(null);
        for (int i = 0; i + RATE < counted.size(); i++) {
            assertThat(counted.get(i + RATE) - counted.get(i)).isGreaterThanOrEqualTo(SECOND);
        }
        assertThat(now).as("time for 50 seconds' requests").isLessThan(60 * SECOND);
    }

    /** Mostly hardly at all, now and then by far. */
    private static long late(Random chance) {
        return chance.nextInt(50) == 0 ? chance.nextLong(400 * MILLI) : chance.nextLong(2 * MILLI);
    }
}
