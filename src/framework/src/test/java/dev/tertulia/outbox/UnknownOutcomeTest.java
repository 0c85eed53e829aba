package dev.tertulia.outbox;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.graph.Graph;
import dev.tertulia.graph.GraphError;
import dev.tertulia.graph.Outcome;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Events;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.store.InHand;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.outbox.OutboxBench.DROP;
import static dev.tertulia.outbox.OutboxBench.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What may have been sent or not waits for a status that carries its id, before it is sent again. */
class UnknownOutcomeTest {

    private static final Duration WAIT = OutboxSettings.USUAL.unknownWait();

    private final OutboxBench bench = new OutboxBench();

    @Test
    void itWaitsAndItsGroupWithIt() {
        bench.opens("G");
        bench.opens("H");
        bench.graph.thenSaysNothing();
        bench.add("G", "one", DROP);
        bench.add("G", "two", DROP);
        bench.add("H", "three", DROP);

        bench.settle();
        bench.advance(WAIT.minusMillis(1));

        assertThat(bench.saidWhere()).containsExactly("G one", "H three");
        assertThat(bench.journal(Step.UNKNOWN)).containsExactly("timed out");
    }

    @ParameterizedTest
    @EnumSource(value = State.class, names = {"SENT", "DELIVERED", "READ"})
    void aStatusResolvesIt(State state) {
        bench.opens("G");
        bench.graph.thenSaysNothing();
        String id = bench.add("G", "one", DROP);
        bench.add("G", "two", DROP);
        bench.settle();

        bench.happens(Events.in("G").status(state, "wamid.1", id));
        assertThat(bench.said()).containsExactly("one", "two");

        bench.advance(WAIT.multipliedBy(3));
        assertThat(bench.said()).containsExactly("one", "two");
    }

    @Test
    void withoutAStatusItIsSentAgain() {
        bench.opens("G");
        bench.graph.thenSaysNothing();
        bench.add("G", "one", DROP);
        bench.add("G", "two", DROP);
        bench.settle();

        bench.advance(WAIT);

        assertThat(bench.said()).containsExactly("one", "one", "two");
    }

    @Test
    void aBroadcastIsADeadLetterThatAPersonDecidesOn() {
        bench.opens("G");
        bench.graph.thenSaysNothing();
        bench.add("G", "one", DROP, Priority.BROADCAST);
        bench.add("G", "two", DROP, Priority.BROADCAST);
        bench.settle();

        bench.advance(WAIT);

        assertThat(bench.said()).containsExactly("one", "two");
        assertThat(bench.journal(Step.DEAD)).singleElement().asString().matches("it is unknown whether it was sent: no"
                + " status came since 2026-03-02T09:00:00\\S*Z; an operator decides");
    }

    @Test
    void aStatusThatCameAfterAllKeepsAPersonFromSendingItTwice() {
        bench.opens("G");
        bench.graph.thenSaysNothing();
        String id = bench.add("G", "one", DROP, Priority.BROADCAST);
        bench.settle();
        bench.advance(WAIT);
        bench.happens(Events.in("G").status(State.SENT, "wamid.1", id));

        DeadLetterQueue dead = bench.store.deadLetters().queue(DeadLetterKind.DEAD_SEND);
        assertThat(dead.retry(dead.list(null, 1).getFirst().id().key(), bench.clock.instant())).isTrue();
        bench.settle();

        assertThat(bench.said()).containsExactly("one");
    }

    @ParameterizedTest
    @EnumSource
    void aPersonMayDecideBeforeTheWaitIsOver(Priority priority) {
        bench.opens("G");
        bench.graph.thenSaysNothing();
        String id = bench.add("G", "one", DROP, priority);
        bench.settle();

        assertThat(bench.store.deadLetters().queue(DeadLetterKind.UNKNOWN).retry(id, bench.clock.instant())).isTrue();
        bench.settle();

        assertThat(bench.said()).containsExactly("one", "one");
    }

    @Test
    void aStatusOfSomethingElseDoesNotResolveIt() {
        bench.opens("G");
        bench.graph.thenSaysNothing();
        bench.add("G", "one", DROP);
        bench.settle();

        bench.happens(Events.in("G").status(State.SENT, "wamid.1", "another"));
        bench.happens(Events.in("G").status(State.SENT, "wamid.2", null));
        bench.advance(WAIT);

        assertThat(bench.said()).containsExactly("one", "one");
    }

    @Test
    void aStatusThatComesBeforeTheAnswerResolvesItToo() {
        OutboxBench early = new OutboxBench();
        Graph slow = (group, action, callback) -> {
            early.graph.execute(group, action, callback);
            early.outbox.settle(Events.in("G").status(State.SENT, "wamid.1", callback));
            return new Outcome.Unclear("timed out");
        };
        early.outbox.pump().resign();
        Outbox outbox = early.outbox("another replica", slow);
        outbox.pump().lead();
        early.store.inbox().accept(List.of(Events.in("G").says("hi")), Events.NOW);
        early.add("G", "one", DROP);

        outbox.pump().pump(LaneKind.MESSAGES, Runnable::run);
        early.clock.advance(WAIT);
        outbox.pump().pump(LaneKind.MESSAGES, Runnable::run);

        assertThat(early.said()).containsExactly("one");
    }

    @Test
    void aFailureOfItIsAnOutcome() {
        bench.opens("G");
        bench.graph.thenSaysNothing();
        String id = bench.add("G", "one", TEMPLATE);
        bench.settle();

        bench.happens(Events.in("G").failed("wamid.1", id, 131047));

        assertThat(bench.said()).containsExactly("one", "template hello");
    }

    @Test
    void aFailureThatComesBeforeTheAnswerComesAgain() {
        bench.opens("G");
        Graph early = (group, action, callback) -> {
            assertThatExceptionOfType(NotSettledYet.class).isThrownBy(
                    () -> bench.outbox.settle(Events.in("G").failed("wamid.1", callback, 131047)));
            return new Outcome.Accepted("wamid.1");
        };
        bench.outbox.pump().resign();
        Outbox outbox = bench.outbox("another replica", early);
        outbox.pump().lead();
        String id = bench.add("G", "one", TEMPLATE);
        outbox.pump().pump(LaneKind.MESSAGES, Runnable::run);

        outbox.settle(Events.in("G").failed("wamid.1", id, 131047));

        assertThat(bench.journal(Step.SENT)).containsExactly("FreeForm");
        assertThat(bench.store.outbox().findSent("G", id, "wamid.1")).isEmpty();
    }

    @Test
    void whatAPumpLeftInHandIsUnknownToTheNext() {
        bench.opens("G");
        bench.add("G", "one", DROP);
        bench.outbox.pump().resign();
        OutboxStore store = bench.store.outbox();
        long fence = store.lease("a replica that dies", Duration.ofSeconds(5)).getAsLong();
        InHand.begin(store, fence, LaneKind.MESSAGES, new DueQueue("G", Priority.REPLY));
        store.release(fence);

        bench.outbox.pump().lead();
        bench.settle();
        assertThat(bench.said()).isEmpty();
        assertThat(bench.journal(Step.UNKNOWN)).containsExactly("the program stopped while this was being sent");

        bench.advance(WAIT);
        assertThat(bench.said()).containsExactly("one");
    }

    static List<Throwable> bugs() {
        return List.of(new IllegalStateException("a bug"), new AssertionError("a bug"), new StackOverflowError(),
                new OutOfMemoryError("a bug"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void aCallThatEndsInABugIsUnknownToo(Throwable bug) {
        bench.opens("G");
        bench.graph.meanwhile(() -> Bugs.<RuntimeException>raise(bug));
        bench.add("G", "one", DROP);
        bench.add("G", "two", DROP);
        bench.settle();

        assertThat(bench.journal(Step.UNKNOWN)).singleElement().asString()
                .startsWith("this program failed to process it: " + bug.getClass().getName());
        bench.advance(WAIT);
        assertThat(bench.said()).containsExactly("one", "one", "two");
    }

    @Test
    void aCallThatAlwaysEndsInABugIsADeadLetterInTheEnd() {
        bench.opens("G");
        bench.add("G", "one", DROP);
        bench.add("G", "two", DROP);
        for (int i = 0; i <= OutboxSettings.USUAL.attempts(); i++) {
            bench.graph.meanwhile(() -> Bugs.<RuntimeException>raise(new StackOverflowError()));
            bench.advance(WAIT);
        }

        assertThat(bench.journal(Step.DEAD)).singleElement().asString()
                .contains("this program failed to process it: java.lang.StackOverflowError");
        assertThat(bench.said()).endsWith("one", "two");
    }

    /** Throws anything from where only runtime exceptions are expected. */
    private static final class Bugs {

        @SuppressWarnings("unchecked") // the compiler is to believe that nothing checked is thrown
        static <T extends Throwable> void raise(Throwable bug) throws T {
            throw (T) bug;
        }
    }

    @Test
    void whatNeverGotThereIsSentAgainSoon() {
        bench.opens("G");
        bench.graph.then(new Outcome.NotSent("connection refused"));
        bench.add("G", "one", DROP);
        bench.settle();

        bench.advance(Duration.ofMillis(250));

        assertThat(bench.said()).containsExactly("one", "one");
        assertThat(bench.journal(Step.WAITING)).containsExactly("connection refused");
    }

    @Test
    void aHostThatTurnsEverybodyAwayForAWhileCostsNoMessage() {
        bench.opens("G");
        for (int i = 0; i < 30; i++) {
            bench.graph.then(new Outcome.Refused(new GraphError(429, -1, "HTTP 429")));
            bench.add("G", "word " + i, DROP);
        }

        bench.settle();

        assertThat(bench.said().subList(30, 60)).containsExactlyElementsOf(
                IntStream.range(0, 30).mapToObj(i -> "word " + i).toList());
        assertThat(bench.journal(Step.DEAD)).isEmpty();
    }
}
