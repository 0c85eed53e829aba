package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Meta's side of the calls on groups. What changes something answers at once and is told by webhook afterwards. */
final class GroupCalls {
    private static final int LONGEST_SUBJECT = 128;
    private static final int LONGEST_DESCRIPTION = 2048;

    private final World world;
    private final Membership membership;
    private final GroupEvents events;

    GroupCalls(World world, Membership membership, GroupEvents events) {
        this.world = world;
        this.membership = membership;
        this.events = events;
    }

    /** The group that a call names; a new one is not known before its webhook is out. */
    static ChatGroup named(World world, Visit visit) {
        String id = visit.places().getOrDefault("group", visit.places().getOrDefault("node", ""));
        @Nullable
        ChatGroup group = world.groups().get(id);
        if (group == null || !group.announced()) {
            throw new Refusal(GraphError.UNKNOWN_GROUP);
        }
        return group;
    }

    /** The same for a call that changes the group: those have a limit of their own, and suspension stops them. */
    static ChatGroup changeable(World world, Visit visit) {
        checkLimit(world);
        ChatGroup group = named(world, visit);
        if (group.suspended()) {
            throw new Refusal(GraphError.SUSPENDED);
        }
        return group;
    }

    private static void checkLimit(World world) {
        if (world.faults().take(true) != null) {
            throw new Refusal(GraphError.OPERATIONS);
        }
    }

    Response create(Visit visit) {
        checkLimit(world);
        ObjectNode body = visit.json();
        String subject = subject(body).orElseThrow(() -> new Refusal(GraphError.missing("subject")));
        String mode = body.path("join_approval_mode").asText("auto_approve");
        if (!mode.equals("auto_approve") && !mode.equals("approval_required")) {
            throw new Refusal(GraphError.invalid("join_approval_mode must be auto_approve or approval_required."));
        }
        String request = world.ids().request();
        membership.create(request, subject, description(body).orElse(""), mode.equals("approval_required"));
        return requested(request);
    }

    private static Optional<String> subject(ObjectNode body) {
        Optional<String> subject = Optional.ofNullable(Json.text(body, "subject")).map(String::strip);
        if (subject.isPresent() && (subject.get().isEmpty() || subject.get().length() > LONGEST_SUBJECT)) {
            throw new Refusal(GraphError.invalid("subject must have 1 to %d characters.".formatted(LONGEST_SUBJECT)));
        }
        return subject;
    }

    private static Optional<String> description(ObjectNode body) {
        Optional<String> description = Optional.ofNullable(Json.text(body, "description")).map(String::strip);
        if (description.isPresent() && description.get().length() > LONGEST_DESCRIPTION) {
            throw new Refusal(
                    GraphError.invalid("description must have at most %d characters.".formatted(LONGEST_DESCRIPTION)));
        }
        return description;
    }

    private static Response requested(String request) {
        return Response.ok(Json.object("messaging_product", "whatsapp", "request_id", request));
    }

    Response get(Visit visit) {
        ChatGroup group = named(world, visit);
        ObjectNode all = Json.object("subject", group.subject(), "creation_timestamp",
                group.createdAt().getEpochSecond(), "suspended", group.suspended(), "description",
                group.description().isEmpty() ? null : group.description(), "total_participant_count",
                group.members().size(), "participants",
                group.members().values().stream().map(Person::inGroupEvent).toList(), "join_approval_mode",
                group.joinApprovalMode());
        all.retain(visit.request().query().getOrDefault("fields", "").split(","));
        return Response.ok(Json.object("messaging_product", "whatsapp", "id", group.id()).setAll(all));
    }

    Response update(Visit visit) {
        ChatGroup group = changeable(world, visit);
        ObjectNode body = visit.json();
        Optional<String> subject = subject(body);
        Optional<String> description = description(body);
        if (subject.isEmpty() && description.isEmpty()) {
            throw new Refusal(GraphError.missing("subject"));
        }
        ObjectNode parts = Json.object("group_subject", subject.map(GroupCalls::part).orElse(null), "group_description",
                description.map(GroupCalls::part).orElse(null));
        subject.ifPresent(text -> {
            group.subject(text);
            world.notice(group, Bubble.BUSINESS, "The group is now called " + text);
        });
        description.ifPresent(group::description);
        String request = world.ids().request();
        events.changed(group, request, parts);
        return requested(request);
    }

    private static ObjectNode part(String text) {
        return Json.object("text", text, "update_successful", true);
    }

    Response delete(Visit visit) {
        checkLimit(world);
        ChatGroup group = named(world, visit);
        world.groups().remove(group.id());
        events.deleted(group, world.ids().request());
        return Response.ok(Json.object("success", true));
    }

    Response link(Visit visit) {
        return linked(named(world, visit));
    }

    Response resetLink(Visit visit) {
        ChatGroup group = changeable(world, visit);
        group.inviteLink(world.ids().inviteLink());
        return linked(group);
    }

    Response deleteLink(Visit visit) {
        changeable(world, visit).inviteLink(null);
        return Response.ok(Json.object("messaging_product", "whatsapp", "success", "true"));
    }

    private static Response linked(ChatGroup group) {
        return Response.ok(Json.object("messaging_product", "whatsapp", "invite_link", group.inviteLink()));
    }

    Response remove(Visit visit) {
        ChatGroup group = changeable(world, visit);
        List<String> wanted = participants(visit.json());
        var removed = new ArrayList<String>();
        var failed = new ArrayList<String>();
        for (String one : wanted) {
            Optional<Person> person = group.memberAs(one);
            person.ifPresent(member -> {
                group.remove(member);
                world.notice(group, Bubble.BUSINESS, member.shownName() + " was removed");
            });
            (person.isPresent() ? removed : failed).add(one);
        }
        String request = world.ids().request();
        events.removed(group, request, removed, failed);
        return requested(request);
    }

    private static List<String> participants(ObjectNode body) {
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
