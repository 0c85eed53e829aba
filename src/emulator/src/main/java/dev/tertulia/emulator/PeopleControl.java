package dev.tertulia.emulator;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The part of the control interface that plays people: they found groups, join, leave and write. */
final class PeopleControl {
    /** What a browser shows or plays without running anything in it; all else it may only save. */
    private static final String SHOWN = "(?:image/(?!svg)|video/|audio/)[\\w.+-]+(?:; *[\\w=.+\"-]+)*";

    private final World world;
    private final Guard guard;
    private final Membership membership;
    private final Speech speech;
    private final Renaming renaming;
    private final Snapshot snapshot;

    PeopleControl(World world, Guard guard, Membership membership) {
        this.world = world;
        this.guard = guard;
        this.membership = membership;
        this.speech = new Speech(world);
        this.renaming = new Renaming(world);
        this.snapshot = new Snapshot(world, guard);
    }

    List<Route> routes() {
        return List.of(Route.control("POST /groups", visit -> create(visit.json())),
                Route.control("POST /groups/{group}/members", visit -> join(group(visit), visit.json())),
                Route.control("POST /join",
                        visit -> join(membership.byLink(Control.text(visit.json(), "invite_link")), visit.json())),
                Route.control("DELETE /groups/{group}/members/{member}", this::leave),
                Route.control("DELETE /groups/{group}/join_requests/{request}", this::revoke),
                Route.control("POST /groups/{group}/messages", this::say),
                Route.control("POST /people/{phone}/messages", this::write),
                Route.control("POST /people/{member}/number",
                        visit -> renamed(renaming.number(person(visit), Json.text(visit.json(), "phone")))),
                Route.control("DELETE /people/{member}/number", visit -> renamed(renaming.hide(person(visit)))),
                Route.control("GET /groups/{group}/picture", this::picture),
                Route.control("GET /media/{media}", this::media));
    }

    private ChatGroup group(Visit visit) {
        return world.group(visit.place("group"));
    }

    private Response create(ObjectNode body) {
        String subject = Control.text(body, "subject").strip();
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("A group needs a subject.");
        }
        return Response.ok(snapshot.group(
                membership.create(new Membership.Founding(world.numberOrFirst(Json.text(body, "number")), subject,
                        body.path("description").asText(),
                        body.path("join_approval_mode").asText().equals("approval_required")))));
    }

    private Response join(ChatGroup group, ObjectNode body) {
        Person person = world.people().called(body.path("name").asText(), Json.text(body, "phone"));
        Optional<JoinRequest> request = membership.join(group, person);
        return Response.ok(Snapshot.member(person).put("group", group.id()).setAll(
                Json.object("join_request_id", request.map(JoinRequest::id).orElse(null))));
    }

    private Person person(Visit visit) {
        return world.people().existing(visit.place("member"));
    }

    private Response renamed(Person person) {
        guard.changed();
        return Response.ok(Snapshot.member(person));
    }

    private Response leave(Visit visit) {
        return Control.done(guard,
                () -> membership.leave(group(visit), group(visit).member(visit.place("member"))));
    }

    private Response revoke(Visit visit) {
        @Nullable
        JoinRequest request = group(visit).joinRequests().get(visit.place("request"));
        if (request == null) {
            throw new NoSuchElementException("Nobody asks to join with '%s'.".formatted(visit.place("request")));
        }
        return Control.done(guard, () -> membership.revoke(group(visit), request));
    }

    private Response say(Visit visit) {
        ObjectNode body = visit.json();
        ChatGroup group = group(visit);
        Person person = group.member(Control.text(body, "from"));
        return Response.ok(Json.object("id", speech.inGroup(group, person, Speech.Words.read(body))));
    }

    private Response write(Visit visit) {
        ObjectNode body = visit.json();
        Person person = world.people().called(body.path("name").asText(), visit.place("phone"));
        return Response.ok(Json.object("id",
                speech.toBusiness(world.numberOrFirst(Json.text(body, "number")), person, Speech.Words.read(body))));
    }

    private Response picture(Visit visit) {
        byte[] jpeg = group(visit).picture();
        if (jpeg == null) {
            throw new NoSuchElementException("'%s' has no picture.".formatted(group(visit).subject()));
        }
        return new Response(200, "image/jpeg", jpeg);
    }

    private Response media(Visit visit) {
        Media media = world.media().find(visit.place("media")).orElseThrow(() -> new NoSuchElementException(
                "There is no media '%s', or it has expired.".formatted(visit.place("media"))));
        var file = new Response(200, media.mimeType(), media.bytes());
        return media.mimeType().matches(SHOWN) ? file : file.with(Map.of("Content-Disposition", "attachment"));
    }
}
