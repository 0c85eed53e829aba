package dev.tertulia.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Item;
import dev.tertulia.message.Operation.Kind;
import dev.tertulia.message.Operation.Result;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.Operation.Status;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.OperationId;
import dev.tertulia.message.Origin;
import dev.tertulia.message.WireError;
import dev.tertulia.number.NumberContext;

/**
 * The operations of one phone number, from WhatsApp's answer to their end. Every step is idempotent, and none changes an
 * operation that has ended.
 */
public final class Operations {

    private static final int TABLES_AT_ONCE = 100;

    private final NumberContext number;
    private final OperationStore store;
    private final Duration deadline;
    private final Runnable wakeMail;
    private final CompletionWaiters waiting = new CompletionWaiters();

    /**
     * Creates the operations of a number.
     *
     * @param deadline how long after WhatsApp was asked an operation expires
     * @param wakeMail called when an event of an end was posted
     */
    public Operations(NumberContext number, OperationStore store, Duration deadline, Runnable wakeMail) {
        this.number = number;
        this.store = store;
        this.deadline = deadline;
        this.wakeMail = wakeMail;
    }

    /** An operation; empty if it is unknown, or was forgotten 30 days after its last change. */
    public Optional<Operation> find(OperationId id) {
        return store.find(id);
    }

    /**
     * Waits for the end of an operation. Blocks its thread, so it belongs on a virtual one.
     *
     * @return the operation in its final state, or in its current one when the time has elapsed
     */
    public Operation await(OperationId id, Duration atMost) throws InterruptedException {
        return waiting.await(() -> store.find(id).orElseThrow(() -> new IllegalArgumentException("operation '" + id
                + "' is not known; use an id that a call of this number returned in the last 30 days")), atMost);
    }

    /** WhatsApp accepted the request. Its outcome is reported later, unless the answer contains it. */
    public void answered(Operation asked, OperationAck ack) {
        change(asked, operation -> {
            Result result = new Result(null, ack.inviteLink(), ack.items(), ack.errors());
            if (!operation.kind().reported() || tellsAll(operation, ack)) {
                return OperationResults.end(operation, result, true);
            }
            return operation.with(new Status.Accepted(ack.requestId(), deadline(), Result.NONE));
        });
    }

    private static boolean tellsAll(Operation operation, OperationAck ack) {
        List<String> told = ack.items().stream().map(Item::name).toList();
        return !told.isEmpty() && told.containsAll(operation.request().items());
    }

    /** It is unknown whether WhatsApp accepted the request. */
    public void unclear(Operation asked) {
        change(asked, operation -> operation
                .with(new Status.Unclear(operation.requestId(), deadline(), operation.result())));
    }

    /** WhatsApp refused the request for good. */
    public void refused(Operation asked, WireError error) {
        change(asked, operation -> OperationResults.end(operation, because(error), false));
    }

    /** WhatsApp executed a part of the request and does not say which. */
    public void partlyDone(Operation asked, WireError error) {
        change(asked, operation -> OperationResults.end(operation, State.PARTLY_DONE, because(error)));
    }

    /** The request changed nothing, because all was as requested. */
    public void done(Operation asked) {
        change(asked, operation -> OperationResults.end(operation, Result.NONE, true));
    }

    /** Records that a group was created although the answer is missing, because the list of groups contains it. */
    public void created(Operation asked, String group) {
        change(asked,
                operation -> OperationResults.end(operation, new Result(group, null, List.of(), List.of()), true));
    }

    /** Whether an operation is known to have created this group. */
    public boolean knowsCreated(String group) {
        return store.pending(PendingOperations.CREATIONS).settled().contains(group);
    }

    /** Whether an event reports on an operation. */
    public static boolean concerns(Event event) {
        return OperationUpdate.of(event).isPresent();
    }

    /** Applies an event to the operation that it reports on. Returns the operations that it ended. */
    public List<Operation> observe(Event event) {
        return OperationUpdate.of(event)
                .map(update -> change(table(update.kind(), update.group()), pending -> pending.apply(update)).changed()
                        .stream()
                        .filter(Operation::ended).toList())
                .orElse(List.of());
    }

    /** Ends operations whose deadline has passed. Returns whether there were any. */
    public boolean expire() {
        Instant now = number.now();
        List<String> overdue = store.overdue(now, TABLES_AT_ONCE);
        overdue.forEach(name -> change(name, pending -> pending.expire(now)));
        return !overdue.isEmpty();
    }

    private void change(Operation asked, UnaryOperator<Operation> step) {
        change(table(asked.kind(), asked.request().conversation()), pending -> {
            Operation operation = store.find(asked.id()).orElse(asked);
            return operation.ended()
                    ? new PendingOperations.Change(pending, List.of())
                    : pending.put(step.apply(operation));
        });
    }

    private static String table(Kind kind, String group) {
        return kind == Kind.CREATE ? PendingOperations.CREATIONS : group;
    }

    private Instant deadline() {
        return number.now().plus(deadline);
    }

    private static Result because(WireError error) {
        return new Result(null, null, List.of(), List.of(error));
    }

    /** Repeats the step until no other process has changed the table in between. */
    private PendingOperations.Change change(String name, Function<PendingOperations, PendingOperations.Change> step) {
        while (true) {
            PendingOperations before = store.pending(name);
            PendingOperations.Change change = step.apply(before);
            List<Operation> ended = change.changed().stream().filter(Operation::ended).toList();
            if (change.pending().equals(before) && ended.isEmpty()) {
                return change;
            }
            List<Event> told = ended.stream().map(this::ended).toList();
            if (store.replace(name, change.pending(), change.changed(), told)) {
                ended.forEach(this::announce);
                return change;
            }
        }
    }

    private Event ended(Operation operation) {
        return new OperationEnded(new Origin(number.number(), "", operation.request().conversation(),
                number.now(), "operation:" + operation.id()), operation);
    }

    private void announce(Operation operation) {
        boolean expired = operation.state() == State.EXPIRED;
        String detail = expired
                ? operation.kind() + " may have been done or not: nothing was reported of it for " + deadline
                : operation.kind() + " " + operation.state();
        number.journal().record(expired ? Step.OPERATION_EXPIRED : Step.OPERATION_ENDED,
                operation.request().conversation(), operation.id().value(), detail);
        wakeMail.run();
        waiting.wake();
    }
}
