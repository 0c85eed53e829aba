package dev.tertulia.testkit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.ApiCall;
import dev.tertulia.journal.FailureText;
import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.testkit.TestFailure.Kind;

/** Permanent failures during a test that no assertion has covered yet, and the reasons for messages not sent. */
final class Failures implements Journal {

    private static final Set<Step> WORTH_A_NOTE = EnumSet.of(Step.HELD, Step.DROPPED, Step.PARKED, Step.UNKNOWN,
            Step.WAITING, Step.SLOWED, Step.PAUSED, Step.OVER_BUDGET, Step.RETRIED);
    private static final int MOST_NOTES = 20;

    private final Journal journal;
    private final Predicate<String> operation;
    private final List<TestFailure> untold = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private @Nullable ApiCall refused;

    /**
     * Creates a journal that records failures and delegates to another journal.
     *
     * @param operation tests whether an id is that of an operation whose end a handler takes
     */
    Failures(Journal journal, Predicate<String> operation) {
        this.journal = journal;
        this.operation = operation;
    }

    /** Keeps WhatsApp's error of the latest refused call, which is more detailed than the journal. */
    void called(ApiCall call) {
        if (call.status() >= 400) {
            refused = call;
        }
    }

    @Override
    public void record(Entry entry) {
        if (entry.step() == Step.QUARANTINED) {
            untold.add(new TestFailure(Kind.DELIVERY, entry.subject(), entry.detail(), null));
        } else if (entry.step() == Step.DEAD && !operation.test(entry.subject())) {
            untold.add(new TestFailure(Kind.MESSAGE, entry.subject(), entry.detail() + said(entry.subject()), null));
        } else if (worthANote(entry) && notes.size() < MOST_NOTES) {
            notes.add(entry.step() + ": " + entry.detail());
        }
        journal.record(entry);
    }

    /** Unhandled events are of interest only if they are messages. */
    private static boolean worthANote(Entry entry) {
        return WORTH_A_NOTE.contains(entry.step())
                || entry.step() == Step.UNHANDLED && entry.detail().startsWith("GroupMessage");
    }

    private String said(String send) {
        return refused != null && refused.request().contains(send)
                ? "\nWhatsApp said: " + Refusals.details(refused.response())
                : "";
    }

    @Override
    public void accepted(Accepted accepted) {
        journal.accepted(accepted);
    }

    /** The entry of a dead event arrives first, the cause with the turn. */
    @Override
    public void turned(Turned turned) {
        Throwable cause = turned.ending().failure();
        if (turned.ending().step() == Step.DEAD && cause != null) {
            untold.removeIf(failure -> failure.name().equals(turned.event().origin().key()));
            untold.add(new TestFailure(Kind.HANDLER, turned.ending().handlers(), String.valueOf(cause), cause));
        } else if (turned.ending().step() == Step.UNHANDLED && turned.event() instanceof OperationEnded ended) {
            failed(ended.operation()).ifPresent(untold::add);
        }
        journal.turned(turned);
    }

    private static Optional<TestFailure> failed(Operation operation) {
        return switch (operation.state()) {
            case FAILED, PARTLY_DONE, EXPIRED -> Optional.of(new TestFailure(Kind.OPERATION, operation.id().value(),
                    operation.kind() + " " + operation.state() + " " + operation.result(), null));
            default -> Optional.empty();
        };
    }

    /** The oldest failure of a kind that is not covered yet; marks it as covered. */
    Optional<TestFailure> take(Kind kind) {
        Optional<TestFailure> found = untold.stream().filter(failure -> failure.kind() == kind).findFirst();
        found.ifPresent(untold::remove);
        return found;
    }

    boolean any() {
        return !untold.isEmpty();
    }

    /** The reasons for messages not sent, one line each. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Creates an error with all failures that are not covered.
     *
     * @param headline the first line of the message; empty for none
     */
    AssertionError error(String headline) {
        List<TestFailure> told = List.copyOf(untold);
        untold.clear();
        StringBuilder text = new StringBuilder(headline).append(headline.isEmpty() ? "" : "\n");
        text.append(told.stream().map(TestFailure::sentence).collect(Collectors.joining("\n")))
                .append("\nIf the test expects this, add the parameter TestBots bots and write ")
                .append(told.stream().map(TestFailure::expectation).distinct().collect(Collectors.joining(" and ")))
                .append('.');
        List<Throwable> causes = told.stream().map(TestFailure::cause).filter(cause -> cause != null).distinct()
                .toList();
        AssertionError error = new AssertionError(text.toString(),
                causes.isEmpty() ? null : trimmed(causes.getFirst()));
        causes.stream().skip(1).forEach(cause -> error.addSuppressed(trimmed(cause)));
        return error;
    }

    /** Removes the stack frames through which the framework called the author's code. */
    static Throwable trimmed(Throwable failure) {
        failure.setStackTrace(FailureText.frames(failure).toArray(StackTraceElement[]::new));
        return failure;
    }
}
