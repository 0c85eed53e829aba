package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Meta's side of the calls on a group's participants: they can be removed, never added. */
final class ParticipantCalls {
    private final World world;
    private final GroupDesk desk;
    private final GroupEvents events;

    ParticipantCalls(World world, GroupDesk desk, GroupEvents events) {
        this.world = world;
        this.desk = desk;
        this.events = events;
    }

    List<Route> routes() {
        return List.of(
                Route.graph("DELETE /{group}/participants",
                        visit -> desk.change(visit, (group, late) -> remove(group, visit.json(), late))),
                Route.graph("POST /{group}/participants", visit -> {
                    throw new Refusal(GraphError.NO_ADDING);
                }));
    }

    private Response remove(ChatGroup group, ObjectNode body, @Nullable GraphError late) {
        var removed = new ArrayList<String>();
        var failed = new ArrayList<String>();
        for (String one : wanted(body)) {
            Optional<Person> person = group.memberAs(one).filter(member -> late == null);
            person.ifPresent(member -> expel(group, member));
            (person.isPresent() ? removed : failed).add(one);
        }
        String request = world.ids().request();
        events.removed(group, request, new GroupEvents.Removal(removed, failed,
                Optional.ofNullable(late).orElse(GraphError.NOT_A_MEMBER)));
        return GroupCalls.requested(request);
    }

    private void expel(ChatGroup group, Person member) {
        group.remove(member);
        world.notice(group, Bubble.BUSINESS, member.shownName() + " was removed");
    }

    private static List<String> wanted(ObjectNode body) {
        var wanted = new ArrayList<String>();
        for (JsonNode one : body.path("participants")) {
            wanted.add(one.path("user").asText(one.path("user_id").asText()));
        }
        if (wanted.isEmpty() || wanted.contains("")) {
            throw new Refusal(GraphError.missing("participants"));
        }
        if (wanted.size() > ChatGroup.MOST_MEMBERS) {
            throw new Refusal(GraphError.TOO_MANY);
        }
        if (new HashSet<>(wanted).size() < wanted.size()) {
            throw new Refusal(GraphError.DUPLICATE);
        }
        return wanted;
    }
}
