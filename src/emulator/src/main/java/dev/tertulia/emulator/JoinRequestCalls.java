package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Meta's side of the calls on join requests. Each item of a call has its own result. */
final class JoinRequestCalls {
    private final World world;
    private final Membership membership;
    private final GroupEvents events;

    JoinRequestCalls(World world, Membership membership, GroupEvents events) {
        this.world = world;
        this.membership = membership;
        this.events = events;
    }

    Response list(Visit visit) {
        var requests = GroupCalls.named(world, visit).joinRequests().values();
        List<ObjectNode> data = requests.stream().map(request -> {
            ObjectNode one = Json.object("join_request_id", request.id(), "creation_timestamp",
                    request.at().getEpochSecond());
            return one.<ObjectNode>setAll(request.person().inGroupEvent());
        }).toList();
        return Response.ok(data.isEmpty()
                ? Json.object("data", data)
                : Json.object("data", data, "paging", Json.object("cursors",
                        Json.object("before", Ids.cursor(0), "after", Ids.cursor(data.size())))));
    }

    Response approve(Visit visit) {
        ChatGroup group = GroupCalls.changeable(world, visit);
        var result = new Result();
        var admitted = new ArrayList<Person>();
        for (String id : wanted(visit.json())) {
            @Nullable
            JoinRequest request = group.joinRequests().get(id);
            if (request == null) {
                result.failed(id, GraphError.NO_JOIN_REQUEST);
            } else if (group.full()) {
                result.failed(id, GraphError.TOO_MANY);
            } else {
                group.joinRequests().remove(id);
                membership.enter(group, request.person());
                admitted.add(request.person());
                result.done.add(id);
            }
        }
        if (!admitted.isEmpty()) {
            events.approved(group, admitted);
        }
        return result.response("approved_join_requests");
    }

    Response reject(Visit visit) {
        ChatGroup group = GroupCalls.changeable(world, visit);
        var result = new Result();
        for (String id : wanted(visit.json())) {
            if (group.joinRequests().remove(id) == null) {
                result.failed(id, GraphError.NO_JOIN_REQUEST);
            } else {
                result.done.add(id);
            }
        }
        return result.response("rejected_join_requests");
    }

    private static Set<String> wanted(ObjectNode body) {
        var ids = new LinkedHashSet<String>();
        for (JsonNode id : body.path("join_requests")) {
            ids.add(id.asText());
        }
        if (ids.isEmpty()) {
            throw new Refusal(GraphError.missing("join_requests"));
        }
        return ids;
    }

    /** What became of each item; a call of which nothing worked is an error as a whole. */
    private static final class Result {
        private final List<String> done = new ArrayList<>();
        private final List<ObjectNode> failures = new ArrayList<>();
        private @Nullable GraphError first;

        void failed(String id, GraphError error) {
            first = first == null ? error : first;
            failures.add(Json.object("join_request_id", id, "errors", List.of(error.inGroup())));
        }

        Response response(String key) {
            if (first == null) {
                return Response.ok(Json.object("messaging_product", "whatsapp", key, done));
            }
            if (done.isEmpty()) {
                throw new Refusal(first);
            }
            return Response.json(206, Json.object("messaging_product", "whatsapp", key, done, "failed_join_requests",
                    failures, "errors", List.of(GraphError.PARTLY.inGroup())));
        }
    }
}
