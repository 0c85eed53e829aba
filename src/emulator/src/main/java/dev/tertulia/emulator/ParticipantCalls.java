package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;

/** Graph API calls on a group's participants. They can be removed, but not added. */
final class ParticipantCalls {
    private final EmulatorState state;
    private final GroupLookup lookup;
    private final GroupEvents events;

    ParticipantCalls(EmulatorState state, GroupLookup lookup, GroupEvents events) {
        this.state = state;
        this.lookup = lookup;
        this.events = events;
    }

    List<Route> routes() {
        return List.of(
                Route.graph("DELETE /{group}/participants",
                        routed -> lookup.change(routed, (group, late) -> remove(group, routed.json(), late))),
                Route.graph("POST /{group}/participants", routed -> {
                    throw new Refusal(ApiError.NO_ADDING);
                }));
    }

    private Response remove(ChatGroup group, ObjectNode body, @Nullable ApiError late) {
        var removed = new ArrayList<String>();
        var failed = new ArrayList<String>();
        List<String> wanted = wanted(body);
        for (String one : wanted) {
            boolean fails = late == ApiError.PARTLY ? one.equals(wanted.getFirst()) : late != null;
            Optional<Person> person = group.memberAs(one).filter(member -> !fails);
            person.ifPresent(member -> expel(group, member));
            (person.isPresent() ? removed : failed).add(one);
        }
        String request = state.ids().request();
        events.removed(group, request, new GroupEvents.Removal(removed, failed,
                late == null ? ApiError.NOT_A_MEMBER : late == ApiError.PARTLY ? ApiError.SOMETHING_WRONG : late));
        return GroupCalls.requested(request);
    }

    private void expel(ChatGroup group, Person member) {
        group.remove(member);
        state.notice(group, ChatMessage.BUSINESS, member.shownName() + " was removed");
    }

    private static List<String> wanted(ObjectNode body) {
        var wanted = new ArrayList<String>();
        for (JsonNode one : body.path("participants")) {
            wanted.add(one.path("user").asText(one.path("user_id").asText()));
        }
        if (wanted.isEmpty() || wanted.contains("")) {
            throw new Refusal(ApiError.missing("participants"));
        }
        if (wanted.size() > ChatGroup.MOST_MEMBERS) {
            throw new Refusal(ApiError.TOO_MANY);
        }
        if (new HashSet<>(wanted).size() < wanted.size()) {
            throw new Refusal(ApiError.DUPLICATE);
        }
        return wanted;
    }
}
