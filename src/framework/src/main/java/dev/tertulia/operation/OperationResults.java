package dev.tertulia.operation;

import java.util.List;

import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Part;
import dev.tertulia.message.Operation.Result;
import dev.tertulia.message.Operation.State;

/** How operations end. */
final class OperationResults {

    private OperationResults() {}

    /** The end that a result means when nothing can follow. */
    static State state(Result result) {
        boolean failed = result.parts().stream().anyMatch(part -> !part.done());
        boolean done = result.parts().stream().anyMatch(Part::done);
        if (!failed && (done || result.errors().isEmpty())) {
            return State.DONE;
        }
        return done ? State.PARTLY_DONE : State.FAILED;
    }

    /** The operation at its end, all items with the same result unless they have one. */
    static Operation end(Operation operation, Result result, boolean done) {
        List<Part> parts = operation.request().items().stream()
                .map(name -> result.parts().stream().filter(part -> part.name().equals(name)).findFirst()
                        .orElse(new Part(name, done, List.of())))
                .toList();
        Result whole = new Result(result.group(), result.inviteLink(), parts, result.errors());
        return with(operation, state(whole), whole);
    }

    static Operation with(Operation operation, State state, Result result) {
        return new Operation(operation.id(), operation.request(), state, operation.requestId(), operation.deadline(),
                result);
    }
}
