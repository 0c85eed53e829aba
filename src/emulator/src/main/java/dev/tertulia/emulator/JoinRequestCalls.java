package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;

/** Graph API calls on join requests. Each item of a call has its own result. */
final class JoinRequestCalls {
    private final GroupLookup lookup;
    private final Membership membership;

    JoinRequestCalls(GroupLookup lookup, Membership membership) {
        this.lookup = lookup;
        this.membership = membership;
    }

    List<Route> routes() {
        return List.of(Route.graph("GET /{group}/join_requests", this::list),
                Route.graph("POST /{group}/join_requests",
                        routed -> lookup.changeAtOnce(routed, group -> approve(group, routed.json()))),
                Route.graph("DELETE /{group}/join_requests",
                        routed -> lookup.changeAtOnce(routed, group -> reject(group, routed.json()))));
    }

    private Response list(RoutedRequest routed) {
        return Paging.of(routed, lookup.named(routed).joinRequests().values().stream().map(request -> {
            ObjectNode one = Json.object("join_request_id", request.id(), "creation_timestamp",
                    request.at().getEpochSecond());
            return one.<ObjectNode>setAll(request.person().inGroupEvent());
        }).toList());
    }

    private Response approve(ChatGroup group, ObjectNode body) {
        var result = new Result();
        var admitted = new ArrayList<Person>();
        for (String id : wanted(body)) {
            @Nullable
            PendingJoin request = group.joinRequests().get(id);
            if (request == null) {
                result.failed(id, ApiError.NO_JOIN_REQUEST);
            } else if (group.full()) {
                result.failed(id, ApiError.TOO_MANY);
            } else {
                group.joinRequests().remove(id);
                membership.enter(group, request.person());
                admitted.add(request.person());
                result.done.add(id);
            }
        }
        if (!admitted.isEmpty()) {
            membership.events().approved(group, admitted);
        }
        return result.response("approved_join_requests");
    }

    private static Response reject(ChatGroup group, ObjectNode body) {
        var result = new Result();
        for (String id : wanted(body)) {
            if (group.joinRequests().remove(id) == null) {
                result.failed(id, ApiError.NO_JOIN_REQUEST);
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
            throw new Refusal(ApiError.missing("join_requests"));
        }
        return ids;
    }

    /** Results of the items. If none succeeded, the whole call is an error. */
    private static final class Result {
        private final List<String> done = new ArrayList<>();
        private final List<ObjectNode> failures = new ArrayList<>();
        private @Nullable ApiError first;

        void failed(String id, ApiError error) {
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
                    failures, "errors", List.of(ApiError.PARTLY.inGroup())));
        }
    }
}
