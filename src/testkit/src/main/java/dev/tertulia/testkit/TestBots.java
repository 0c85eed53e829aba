package dev.tertulia.testkit;

import dev.tertulia.testkit.TestFailure.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The failures of the bots of a test. A test fails if one of its bots fails. A test that expects a failure takes this
 * type as a parameter and asserts the failure: {@code bots.failedWith(IllegalStateException.class, "no tea")}. Each
 * failure is asserted once.
 */
public final class TestBots {

    private final TestBench bench;

    TestBots(TestBench bench) {
        this.bench = bench;
    }

    /** Asserts that a handler failed with an exception of this type, after any number of attempts. */
    public TestFailure failedWith(Class<? extends Throwable> type) {
        TestFailure failure = next(Kind.HANDLER, "a handler that failed with " + type.getSimpleName());
        if (!type.isInstance(failure.cause())) {
            throw new AssertionError("expected " + type.getName() + ", but " + failure.sentence(), failure.cause());
        }
        return failure;
    }

    /** Asserts that a handler failed with an exception of this type and message. */
    public TestFailure failedWith(Class<? extends Throwable> type, String message) {
        TestFailure failure = failedWith(type);
        assertThat(failure.cause()).as("how %s failed", failure.name()).hasMessage(message);
        return failure;
    }

    /** Asserts that a message was permanently refused, for a reason that contains this text. */
    public TestFailure failedToSend(String reason) {
        return because(next(Kind.MESSAGE, "a message that was not sent"), reason);
    }

    /** Asserts that an operation on a group failed whose end no handler takes, for a reason that contains this text. */
    public TestFailure failedToDo(String reason) {
        return because(next(Kind.OPERATION, "an operation that failed"), reason);
    }

    /** Asserts that a delivery could not be read, for a reason that contains this text. */
    public TestFailure failedToRead(String reason) {
        return because(next(Kind.DELIVERY, "a delivery that could not be read"), reason);
    }

    /** Asserts that there are no further failures. At the end of a test this is asserted automatically. */
    public void didNotFail() {
        if (bench.failures().any()) {
            throw bench.failures().error("");
        }
    }

    private TestFailure next(Kind kind, String expected) {
        return bench.failures().take(kind).map(failure -> {
            if (failure.cause() != null) {
                Failures.trimmed(failure.cause());
            }
            return failure;
        }).orElseThrow(() -> bench.failures().any()
                ? bench.failures().error("expected " + expected + ", but only this failed:")
                : new AssertionError("expected " + expected + ", but nothing failed"));
    }

    private static TestFailure because(TestFailure failure, String reason) {
        assertThat(failure.reason()).as("why it failed").contains(reason);
        return failure;
    }
}
