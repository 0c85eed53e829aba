package dev.tertulia.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Kind;
import dev.tertulia.message.Operation.Part;
import dev.tertulia.message.Operation.Result;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.OperationId;
import dev.tertulia.message.Origin;
import dev.tertulia.message.WireError;

/**
 * The operations of one phone number, from WhatsApp's answer to their end. Each step may be repeated, and none changes
 * an operation that is over.
 */
public final class Operations {

    private static final int DESKS_AT_ONCE = 100;

    private final Parts parts;
    private final OperationStore store;
    private final CompletionWaiters waiting = new CompletionWaiters();

    /**
     * What it works with.
     *
     * @param deadline how long after WhatsApp was asked an operation expires
     * @param wakeMail called when somebody is to be told of an end
     */
    public record Parts(String number, OperationStore store, Duration deadline, InstantSource clock, Journal journal,
            Runnable wakeMail) {}

    public Operations(Parts parts) {
        this.parts = parts;
        this.store = parts.store();
    }

    /** What is known of an operation. */
    public Optional<Operation> find(OperationId id) {
        return store.find(id);
    }

    /**
     * Waits for the end of an operation; call it on a virtual thread.
     *
     * @return the operation at its end, or as it is when the time is over
     */
    public Operation await(OperationId id, Duration atMost) throws InterruptedException {
        return waiting.await(() -> store.find(id).orElseThrow(() -> new IllegalArgumentException("operation '" + id
                + "' is not known; use an id that a call of this number returned in the last 30 days")), atMost);
    }

    /** WhatsApp took it on: what came of it is told later, unless the answer tells it. */
    public void answered(Operation asked, OperationAck receipt) {
        change(asked, operation -> {
            Result result = new Result(null, receipt.inviteLink(), receipt.parts(), receipt.errors());
            if (!operation.kind().reported() || tellsAll(operation, receipt)) {
                return OperationResults.end(operation, result, true);
            }
            return new Operation(operation.id(), operation.request(), State.ACCEPTED, receipt.requestId(), deadline(),
                    Result.NONE);
        });
    }

    private static boolean tellsAll(Operation operation, OperationAck receipt) {
        List<String> told = receipt.parts().stream().map(Part::name).toList();
        return !told.isEmpty() && told.containsAll(operation.request().items());
    }

    /** Nobody knows whether WhatsApp took it on. */
    public void unclear(Operation asked) {
        change(asked, operation -> new Operation(operation.id(), operation.request(), State.UNCLEAR,
                operation.requestId(), deadline(), operation.result()));
    }

    /** WhatsApp refused it for good. */
    public void refused(Operation asked, WireError error) {
        change(asked, operation -> OperationResults.end(operation, because(error), false));
    }

    /** WhatsApp did some of it and does not tell what. */
    public void partlyDone(Operation asked, WireError error) {
        change(asked, operation -> OperationResults.with(operation, State.PARTLY_DONE, because(error)));
    }

    /** It was so already. */
    public void done(Operation asked) {
        change(asked, operation -> OperationResults.end(operation, Result.NONE, true));
    }

    /** The group that was asked for exists: it was found, since no answer came. */
    public void created(Operation asked, String group) {
        change(asked,
                operation -> OperationResults.end(operation, new Result(group, null, List.of(), List.of()), true));
    }

    /** Whether an operation is known to have created this group. */
    public boolean knowsCreated(String group) {
        return store.desk(PendingOperations.CREATIONS).settled().contains(group);
    }

    /** Whether an event tells something of an operation. */
    public static boolean concerns(Event event) {
        return OperationUpdate.of(event).isPresent();
    }

    /** Lets operations know of an event before any handler sees it. Returns those that it ended. */
    public List<Operation> observe(Event event) {
        return OperationUpdate.of(event)
                .map(report -> update(desk(report.kind(), report.group()), desk -> desk.tell(report)).changed().stream()
                        .filter(Operation::ended).toList())
                .orElse(List.of());
    }

    /** Ends operations of which nothing was heard in time. Returns whether there were any. */
    public boolean expire() {
        Instant now = parts.clock().instant();
        List<String> overdue = store.overdue(now, DESKS_AT_ONCE);
        overdue.forEach(name -> update(name, desk -> desk.expire(now)));
        return !overdue.isEmpty();
    }

    private void change(Operation asked, UnaryOperator<Operation> step) {
        update(desk(asked.kind(), asked.request().conversation()), desk -> {
            Operation operation = store.find(asked.id()).orElse(asked);
            return operation.ended() ? new PendingOperations.Change(desk, List.of()) : desk.put(step.apply(operation));
        });
    }

    private static String desk(Kind kind, String group) {
        return kind == Kind.CREATE ? PendingOperations.CREATIONS : group;
    }

    private Instant deadline() {
        return parts.clock().instant().plus(parts.deadline());
    }

    private static Result because(WireError error) {
        return new Result(null, null, List.of(), List.of(error));
    }

    /** Repeats the step on the desk as somebody else left it, until nobody was in between. */
    private PendingOperations.Change update(String name, Function<PendingOperations, PendingOperations.Change> step) {
        while (true) {
            PendingOperations before = store.desk(name);
            PendingOperations.Change change = step.apply(before);
            List<Operation> ended = change.changed().stream().filter(Operation::ended).toList();
            if (change.desk().equals(before) && ended.isEmpty()) {
                return change;
            }
            List<Event> told = ended.stream().map(this::ended).toList();
            if (store.replace(name, change.desk(), change.changed(), told)) {
                ended.forEach(this::announce);
                return change;
            }
        }
    }

    private Event ended(Operation operation) {
        return new OperationEnded(new Origin(parts.number(), "", operation.request().conversation(),
                parts.clock().instant(), "operation:" + operation.id()), operation);
    }

    private void announce(Operation operation) {
        boolean expired = operation.state() == State.EXPIRED;
        String detail = expired
                ? operation.kind() + " may have been done or not: nothing was heard of it for " + parts.deadline()
                : operation.kind() + " " + operation.state();
        parts.journal().record(new Journal.Entry(expired ? Step.OPERATION_EXPIRED : Step.OPERATION_ENDED,
                parts.number(), operation.request().conversation(), operation.id().value(), detail));
        parts.wakeMail().run();
        waiting.wake();
    }
}
