package dev.tertulia.graph;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.tertulia.action.Action;

/** What shows that a request was taken on (wire reference, parts 2 and 3). */
final class Acknowledgement {

    private static final List<String> RESULTS = Stream
            .concat(OperationAckReader.DONE.stream(), OperationAckReader.FAILED.stream())
            .toList();

    private Acknowledgement() {}

    static boolean of(Action action, JsonNode answer) {
        return switch (action) {
            case Action.FreeForm f -> hasMessage(answer);
            case Action.TemplateMessage t -> hasMessage(answer);
            case Action.Invite i -> hasMessage(answer);
            case Action.Pin p -> hasMessage(answer);
            case Action.Unpin u -> hasMessage(answer);
            case Action.ResetInviteLink l -> !answer.path("invite_link").asText().isBlank();
            case Action.RemoveMembers r -> ResponseMapper.saysDone(answer) || hasResults(answer);
            case Action.ApproveRequests a -> ResponseMapper.saysDone(answer) || hasResults(answer);
            case Action.RejectRequests j -> ResponseMapper.saysDone(answer) || hasResults(answer);
            case Action.MarkRead m -> ResponseMapper.saysDone(answer);
            case Action.CreateGroup g -> ResponseMapper.saysDone(answer);
            case Action.DeleteGroup d -> ResponseMapper.saysDone(answer);
            case Action.ChangeSettings c -> ResponseMapper.saysDone(answer);
            case Action.ChangePicture c -> ResponseMapper.saysDone(answer);
        };
    }

    private static boolean hasMessage(JsonNode answer) {
        return !answer.at("/messages/0/id").asText().isBlank();
    }

    /** What came of each item. */
    private static boolean hasResults(JsonNode answer) {
        return RESULTS.stream().anyMatch(name -> answer.path(name).isArray());
    }
}
