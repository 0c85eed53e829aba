package dev.tertulia.testkit;

import dev.tertulia.testkit.TestFailure.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The bots of a test, and how they failed. A test fails when one of its bots does; a test that expects it takes this as
 * a parameter and says so afterwards: {@code bots.failedWith(IllegalStateException.class, "no tea")}. What was asserted
 * once is not looked at again.
 */
public final class TestBots {

    private final TestBench world;

    TestBots(TestBench world) {
        this.world = world;
    }

    /** Asserts that a handler failed with this; how often it was tried does not matter. */
    public TestFailure failedWith(Class<? extends Throwable> type) {
        TestFailure failure = next(Kind.HANDLER, "a handler that failed with " + type.getSimpleName());
        if (!type.isInstance(failure.cause())) {
            throw new AssertionError("expected " + type.getName() + ", but " + failure.sentence(), failure.cause());
        }
        return failure;
    }

    /** The same, with this message. */
    public TestFailure failedWith(Class<? extends Throwable> type, String message) {
        TestFailure failure = failedWith(type);
        assertThat(failure.cause()).as("how %s failed", failure.name()).hasMessage(message);
        return failure;
    }

    /** Asserts that a message was refused for good, for a reason that has these words in it. */
    public TestFailure failedToSend(String reason) {
        return because(next(Kind.MESSAGE, "a message that was not sent"), reason);
    }

    /** Asserts that an operation on a group failed that no handler was told of, for a reason with these words in it. */
    public TestFailure failedToDo(String reason) {
        return because(next(Kind.OPERATION, "an operation that failed"), reason);
    }

    /** Asserts that a delivery could not be read, for a reason that has these words in it. */
    public TestFailure failedToRead(String reason) {
        return because(next(Kind.DELIVERY, "a delivery that could not be read"), reason);
    }

    /** Asserts that nothing failed (more). A test that ends asserts that by itself. */
    public void didNotFail() {
        if (world.failures().any()) {
            throw world.failures().error("");
        }
    }

    private TestFailure next(Kind kind, String expected) {
        return world.failures().take(kind).map(failure -> {
            if (failure.cause() != null) {
                Failures.trimmed(failure.cause());
            }
            return failure;
        }).orElseThrow(() -> world.failures().any()
                ? world.failures().error("expected " + expected + ", and only this failed:")
                : new AssertionError("expected " + expected + ", and nothing failed"));
    }

    private static TestFailure because(TestFailure failure, String reason) {
        assertThat(failure.reason()).as("why it failed").contains(reason);
        return failure;
    }
}
