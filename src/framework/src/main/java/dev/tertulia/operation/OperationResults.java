package dev.tertulia.operation;

import java.util.List;

import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Item;
import dev.tertulia.message.Operation.Result;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.Operation.Status;

/** Static methods that end operations. */
final class OperationResults {

    private OperationResults() {}

    /** The final state that a complete result stands for. */
    static State state(Result result) {
        boolean failed = result.items().stream().anyMatch(item -> !item.done());
        boolean done = result.items().stream().anyMatch(Item::done);
        if (!failed && (done || result.errors().isEmpty())) {
            return State.DONE;
        }
        return done ? State.PARTLY_DONE : State.FAILED;
    }

    /** The operation at its end. Items without an outcome of their own get this one. */
    static Operation end(Operation operation, Result result, boolean done) {
        List<Item> items = operation.request().items().stream()
                .map(name -> result.items().stream().filter(item -> item.name().equals(name)).findFirst()
                        .orElse(new Item(name, done, List.of())))
                .toList();
        Result whole = new Result(result.group(), result.inviteLink(), items, result.errors());
        return end(operation, state(whole), whole);
    }

    static Operation end(Operation operation, State state, Result result) {
        return operation.with(new Status.Ended(state, operation.requestId(), result));
    }
}
