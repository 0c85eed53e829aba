package dev.tertulia.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.State;

/**
 * Where operations and what WhatsApp tells of them find each other, whichever comes first. There is one for each group,
 * and one for groups to create.
 *
 * @param version of what was read
 * @param waiting operations that WhatsApp was asked for and that are not over, oldest first
 * @param early   what was told of no operation known here, oldest first: its answer may still be on its way
 * @param settled request ids of operations that are over, and groups that were created, so that what is told again is
 *                known as such
 */
public record PendingOperations(long version, List<Operation> waiting, List<OperationUpdate> early,
        List<String> settled) {

    /** The desk for groups to create. */
    static final String CREATIONS = "creations";

    private static final int MOST_EARLY = 50;
    private static final int MOST_SETTLED = 100;

    /** A desk that nobody used yet. */
    public static final PendingOperations EMPTY = new PendingOperations(0, List.of(), List.of(), List.of());

    /** The desk after a step, and the operations that it changed. */
    record Change(PendingOperations desk, List<Operation> changed) {}

    /** When the first operation expires, if any waits. */
    public Optional<Instant> deadline() {
        return waiting.stream().map(Operation::deadline).filter(Objects::nonNull).min(Instant::compareTo);
    }

    /** The same with the next version, to be kept. */
    public PendingOperations following() {
        return new PendingOperations(version + 1, waiting, early, settled);
    }

    /** Puts an operation down as it is now, and applies what was told of it before. */
    Change put(Operation operation) {
        Operation current = operation;
        List<OperationUpdate> left = new ArrayList<>();
        for (OperationUpdate report : early) {
            if (!current.ended() && concerns(report, current)) {
                current = report.applyTo(current);
            } else {
                left.add(report);
            }
        }
        return new PendingOperations(version, waiting, left, settled).with(current);
    }

    /** Applies what was told, or keeps it until its operation is put down. */
    Change tell(OperationUpdate report) {
        boolean again = Stream.of(report.requestId(), report.group()).filter(Objects::nonNull)
                .anyMatch(settled::contains);
        if (again || early.contains(report)) {
            return new Change(this, List.of());
        }
        return waiting.stream().filter(operation -> sameRequest(report, operation)).findFirst()
                .or(() -> waiting.stream().filter(report::fits).findFirst())
                .map(operation -> with(report.applyTo(operation)))
                .orElseGet(() -> new Change(
                        new PendingOperations(version, waiting, latest(MOST_EARLY, early, report), settled),
                        List.of()));
    }

    /** Ends what waits for too long. */
    Change expire(Instant now) {
        List<Operation> expired = waiting.stream()
                .filter(operation -> operation.deadline() != null && !operation.deadline().isAfter(now))
                .map(operation -> OperationResults.with(operation, State.EXPIRED, operation.result())).toList();
        PendingOperations left = this;
        for (Operation operation : expired) {
            left = left.with(operation).desk();
        }
        return new Change(left, expired);
    }

    private Change with(Operation operation) {
        Stream<Operation> others = waiting.stream().filter(one -> !one.id().equals(operation.id()));
        if (!operation.ended()) {
            boolean known = waiting.stream().anyMatch(one -> one.id().equals(operation.id()));
            List<Operation> next = known
                    ? waiting.stream().map(one -> one.id().equals(operation.id()) ? operation : one).toList()
                    : Stream.concat(others, Stream.of(operation)).toList();
            return new Change(new PendingOperations(version, next, early, settled), List.of(operation));
        }
        List<String> over = latest(MOST_SETTLED, settled, operation.requestId(), operation.result().group());
        return new Change(new PendingOperations(version, others.toList(), early, over), List.of(operation));
    }

    private static boolean concerns(OperationUpdate report, Operation operation) {
        return sameRequest(report, operation) || report.fits(operation);
    }

    private static boolean sameRequest(OperationUpdate report, Operation operation) {
        return report.requestId() != null && report.requestId().equals(operation.requestId());
    }

    @SafeVarargs
    private static <T> List<T> latest(int most, List<T> before, @Nullable T... more) {
        List<T> all = Stream.concat(before.stream(), Stream.of(more).filter(Objects::nonNull)).toList();
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
