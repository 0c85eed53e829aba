package dev.tertulia.graph;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.tertulia.action.Action;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;

/** Check of whether an answer shows that WhatsApp accepted a request (wire reference, parts 2 and 3). */
final class Acknowledgement {

    private static final List<String> RESULTS = Stream
            .concat(OperationAckReader.DONE.stream(), OperationAckReader.FAILED.stream())
            .toList();

    private Acknowledgement() {}

    static boolean of(Action action, JsonNode answer) {
        return switch (action) {
            case Message.MarkRead read -> saysDone(answer);
            case Message.ShowTyping shown -> saysDone(answer);
            case Message message -> hasMessage(answer);
            case GroupOperation.ResetInviteLink reset -> has(answer.path("invite_link"));
            case GroupOperation.RemoveMembers _,GroupOperation.ApproveRequests _,GroupOperation.RejectRequests _ ->
                saysDone(answer) || hasResults(answer);
            case GroupOperation operation -> saysDone(answer);
        };
    }

    /** Whether the answer says that the request was executed, or that its outcome will be reported. */
    static boolean saysDone(JsonNode answer) {
        return answer.path("success").asBoolean() || has(answer.path("request_id"));
    }

    private static boolean hasMessage(JsonNode answer) {
        return has(answer.at("/messages/0/id"));
    }

    /** Whether there is a text or number; a null is none. */
    private static boolean has(JsonNode value) {
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank();
    }

    /** Whether the answer lists a result for each item. */
    private static boolean hasResults(JsonNode answer) {
        return RESULTS.stream().anyMatch(name -> answer.path(name).isArray());
    }
}
