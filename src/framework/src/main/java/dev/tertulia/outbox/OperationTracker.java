package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.tertulia.business.GroupSummary;
import dev.tertulia.graph.Disposition;
import dev.tertulia.graph.Graph;
import dev.tertulia.graph.GraphError;
import dev.tertulia.graph.Outcome;
import dev.tertulia.message.Operation;
import dev.tertulia.message.WireError;
import dev.tertulia.operation.Operations;

/** Tracks entries that request operations: records the result of the request, and checks before one is repeated. */
final class OperationTracker {

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    /** How far WhatsApp's clock may be behind ours. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Operations operations;
    private final Graph graph;

    OperationTracker(Operations operations, Graph graph) {
        this.operations = operations;
        this.graph = graph;
    }

    /** Records the result of a request. */
    void answered(Send send, Outcome outcome, Settlement settlement) {
        Optional<Operation> asked = send.operation();
        if (asked.isEmpty()) {
            return;
        }
        switch (settlement) {
            case Settlement.Sent sent -> {
                if (outcome instanceof Outcome.Accepted accepted) {
                    operations.answered(asked.get(), accepted.receipt());
                }
            }
            case Settlement.Again again -> {
                if (again.send().outcomeUnknown()) {
                    operations.unclear(asked.get());
                }
            }
            case Settlement.Dead dead -> refused(asked.get(), outcome, dead.reason());
            case Settlement.Gone gone -> refused(asked.get(), outcome, gone.reason());
            case Settlement.Held _,Settlement.Parked _,Settlement.Stopped _ -> {
            }
        }
    }

    private void refused(Operation asked, Outcome outcome, String reason) {
        if (!(outcome instanceof Outcome.Refused refused)) {
            operations.refused(asked, new WireError(-1, reason, null));
            return;
        }
        GraphError error = refused.error();
        WireError why = new WireError(error.code(), error.message(), null);
        boolean several = asked.request().items().size() > 1; // then it is unknown whom or what the error is about
        if (error.disposition() == Disposition.ALREADY_DONE && !several) {
            operations.done(asked);
        } else if (error.disposition() == Disposition.PARTLY_DONE) {
            operations.partlyDone(asked, why);
        } else {
            operations.refused(asked, why);
        }
    }

    /** The settlement of an entry of unknown outcome whose result is known by now, so that it is not repeated. */
    Optional<Settlement> insteadOfRepeating(Send send, Instant now) {
        Optional<Operation> asked = send.operation();
        if (asked.isEmpty() || !(send.progress() instanceof Progress.Unknown unknown)) {
            return Optional.empty();
        }
        Operation operation = operations.find(asked.get().id()).orElse(asked.get());
        if (operation.ended() || operation.state() == Operation.State.ACCEPTED) {
            return Optional.of(new Settlement.Sent(send, now, null));
        }
        return operation.kind() == Operation.Kind.CREATE
                ? created(send, unknown, operation, now)
                : Optional.empty();
    }

    /** A group is not created twice: before the request is repeated, the list is searched for what it made. */
    private Optional<Settlement> created(Send send, Progress.Unknown unknown, Operation operation, Instant now) {
        Optional<List<GroupSummary>> listed = graph.groups();
        if (listed.isEmpty()) {
            Send later = send.with(unknown.unknown(unknown.unknownSince(), now.plus(LOOK_AGAIN)));
            return Optional
                    .of(new Settlement.Again(later, now, now.plus(LOOK_AGAIN), "the list of groups cannot be read"));
        }
        Instant earliest = send.created().minus(SKEW);
        Optional<GroupSummary> found = listed.get().stream()
                .filter(group -> operation.request().items().contains(Objects.requireNonNullElse(group.subject(), "")))
                .filter(group -> !createdAt(group).isBefore(earliest))
                .filter(group -> !operations.knowsCreated(group.id()))
                .min(Comparator.comparing(OperationTracker::createdAt));
        found.ifPresent(group -> operations.created(operation, group.id()));
        return found.map(group -> new Settlement.Sent(send, now, null));
    }

    private static Instant createdAt(GroupSummary group) {
        return Objects.requireNonNullElse(group.creationTimestamp(), Instant.EPOCH);
    }
}
