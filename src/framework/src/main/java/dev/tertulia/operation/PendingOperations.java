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
 * The correlation table of one group's operations and their reports, which arrive in either order. Groups to create share
 * one table.
 *
 * @param version of the table that was read
 * @param waiting operations that WhatsApp was asked for and that have not ended, oldest first
 * @param early   reports that fit no known operation, oldest first: its answer may still be in flight
 * @param settled request ids of operations that have ended, and groups that were created, so that repeated reports are
 *                recognized
 */
public record PendingOperations(long version, List<Operation> waiting, List<OperationUpdate> early,
        List<String> settled) {

    /** The name of the table for groups to create. */
    static final String CREATIONS = "creations";

    private static final int MOST_EARLY = 50;
    private static final int MOST_SETTLED = 100;

    /** An empty table. */
    public static final PendingOperations EMPTY = new PendingOperations(0, List.of(), List.of(), List.of());

    /** The table after a step, and the operations that the step changed. */
    record Change(PendingOperations pending, List<Operation> changed) {}

    /** When the first operation expires, if any waits. */
    public Optional<Instant> deadline() {
        return waiting.stream().flatMap(operation -> operation.deadline().stream()).min(Instant::compareTo);
    }

    /** This table with the next version, to be stored. */
    public PendingOperations following() {
        return new PendingOperations(version + 1, waiting, early, settled);
    }

    /** Stores an operation as it is now, after applying its early reports. */
    Change put(Operation operation) {
        Operation current = operation;
        List<OperationUpdate> left = new ArrayList<>();
        for (OperationUpdate update : early) {
            if (!current.ended() && concerns(update, current)) {
                current = update.applyTo(current);
            } else {
                left.add(update);
            }
        }
        return new PendingOperations(version, waiting, left, settled).with(current);
    }

    /** Applies an update, or keeps it until its operation is stored. */
    Change apply(OperationUpdate update) {
        boolean again = Stream.of(update.requestId(), update.group()).filter(Objects::nonNull)
                .anyMatch(settled::contains);
        if (again || early.contains(update)) {
            return new Change(this, List.of());
        }
        return waiting.stream().filter(operation -> sameRequest(update, operation)).findFirst()
                .or(() -> waiting.stream().filter(update::fits).findFirst())
                .map(operation -> with(update.applyTo(operation)))
                .orElseGet(() -> new Change(
                        new PendingOperations(version, waiting, latest(MOST_EARLY, early, update), settled),
                        List.of()));
    }

    /** Expires the operations whose deadline has passed. */
    Change expire(Instant now) {
        List<Operation> expired = waiting.stream()
                .filter(operation -> operation.deadline().filter(at -> !at.isAfter(now)).isPresent())
                .map(operation -> OperationResults.end(operation, State.EXPIRED, operation.result())).toList();
        PendingOperations left = this;
        for (Operation operation : expired) {
            left = left.with(operation).pending();
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

    private static boolean concerns(OperationUpdate update, Operation operation) {
        return sameRequest(update, operation) || update.fits(operation);
    }

    private static boolean sameRequest(OperationUpdate update, Operation operation) {
        return update.requestId() != null && update.requestId().equals(operation.requestId());
    }

    @SafeVarargs
    private static <T> List<T> latest(int most, List<T> before, @Nullable T... more) {
        List<T> all = Stream.concat(before.stream(), Stream.of(more).filter(Objects::nonNull)).toList();
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
