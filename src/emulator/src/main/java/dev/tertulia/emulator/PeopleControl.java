package dev.tertulia.emulator;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;
import dev.tertulia.emulator.lock.StateLock;

/** Control interface: people who create groups, join, leave, and write in groups and privately. */
final class PeopleControl {
    /** Media types that a browser displays without running any script; other files are sent as attachments. */
    private static final String SHOWN = "(?:image/(?!svg)|video/|audio/)[\\w.+-]+(?:; *[\\w=.+\"-]+)*";

    private final EmulatorState state;
    private final StateLock lock;
    private final Membership membership;
    private final InboundMessages inbound;
    private final NumberChanges numberChanges;
    private final Snapshot snapshot;

    PeopleControl(EmulatorState state, StateLock lock, Membership membership) {
        this.state = state;
        this.lock = lock;
        this.membership = membership;
        this.inbound = new InboundMessages(state);
        this.numberChanges = new NumberChanges(state);
        this.snapshot = new Snapshot(state, lock);
    }

    List<Route> routes() {
        return List.of(Route.control("POST /groups", routed -> create(routed.json())),
                Route.control("POST /groups/{group}/members", routed -> join(group(routed), routed.json())),
                Route.control("POST /join",
                        routed -> join(membership.byLink(Json.required(routed.json(), "invite_link")), routed.json())),
                Route.control("DELETE /groups/{group}/members/{member}", this::leave),
                Route.control("DELETE /groups/{group}/join_requests/{request}", this::revoke),
                Route.control("POST /groups/{group}/messages", this::say),
                Route.control("POST /groups/{group}/taps", this::tapInGroup),
                Route.control("POST /people", routed -> changed(snapshot.chat(chat(routed.json(), null)))),
                Route.control("GET /people/{person}/messages", this::read),
                Route.control("POST /people/{person}/messages", this::write),
                Route.control("POST /people/{person}/taps", this::tap),
                Route.control("POST /people/{member}/number",
                        routed -> renamed(numberChanges.number(person(routed), Json.text(routed.json(), "phone")))),
                Route.control("DELETE /people/{member}/number", routed -> renamed(numberChanges.hide(person(routed)))),
                Route.control("GET /groups/{group}/picture", this::picture),
                Route.control("GET /media/{media}", this::media));
    }

    private ChatGroup group(RoutedRequest routed) {
        return state.group(routed.pathValue("group"));
    }

    private Response create(ObjectNode body) {
        String subject = Json.required(body, "subject").strip();
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("A group needs a subject.");
        }
        return Response.ok(snapshot.group(
                membership.create(new GroupCreation(state.numberOrFirst(Json.text(body, "number")), subject,
                        body.path("description").asText(),
                        body.path("join_approval_mode").asText().equals("approval_required")))));
    }

    private Response join(ChatGroup group, ObjectNode body) {
        Person person = state.people().called(body.path("name").asText(), Json.text(body, "phone"));
        Optional<PendingJoin> request = membership.join(group, person);
        return Response.ok(Snapshot.member(person).put("group", group.id()).setAll(
                Json.object("join_request_id", request.map(PendingJoin::id).orElse(null))));
    }

    private Person person(RoutedRequest routed) {
        return state.people().existing(routed.pathValue("member"));
    }

    private Response renamed(Person person) {
        return changed(Snapshot.member(person));
    }

    private Response changed(ObjectNode answer) {
        lock.changed();
        return Response.ok(answer);
    }

    private Response leave(RoutedRequest routed) {
        return StateChange.apply(lock,
                () -> membership.leave(group(routed), group(routed).member(routed.pathValue("member"))));
    }

    private Response revoke(RoutedRequest routed) {
        @Nullable
        PendingJoin request = group(routed).joinRequests().get(routed.pathValue("request"));
        if (request == null) {
            throw new NoSuchElementException("There is no join request '%s'.".formatted(routed.pathValue("request")));
        }
        return StateChange.apply(lock, () -> membership.revoke(group(routed), request));
    }

    private Response say(RoutedRequest routed) {
        ObjectNode body = routed.json();
        ChatGroup group = group(routed);
        Person person = group.member(Json.required(body, "from"));
        return Response.ok(Json.object("id", inbound.sent(group, person, message(body))));
    }

    private Response tapInGroup(RoutedRequest routed) {
        return tapped(group(routed), group(routed).member(Json.required(routed.json(), "from")), routed.json());
    }

    private Response tap(RoutedRequest routed) {
        PrivateChat chat = chat(routed.json(), routed.pathValue("person"));
        return tapped(chat, chat.person(), routed.json());
    }

    private Response tapped(Chat chat, Person person, ObjectNode body) {
        return Response.ok(Json.object("id",
                inbound.tapped(chat, person, Json.required(body, "message"), Json.required(body, "id"))));
    }

    private Response read(RoutedRequest routed) {
        String name = routed.pathValue("person");
        Person addressed = state.people().addressed(name);
        Person person = addressed.id().isEmpty() ? state.people().existing(name) : addressed;
        return Response.ok(snapshot.chat(
                state.numberOrFirst(routed.request().query().get("number")).chat(person)));
    }

    /**
     * Returns the private chat of a person with the number that the body names.
     *
     * @param person an id or a phone number; null for a new person with the name and phone of the body
     */
    private PrivateChat chat(ObjectNode body, @Nullable String person) {
        @Nullable
        Person known = person == null ? null : state.people().byId(person);
        return state.numberOrFirst(Json.text(body, "number")).chat(known != null
                ? known
                : state.people().called(person == null ? Json.required(body, "name") : body.path("name").asText(),
                        person == null ? Json.text(body, "phone") : person));
    }

    private Response write(RoutedRequest routed) {
        PrivateChat chat = chat(routed.json(), routed.pathValue("person"));
        return changed(Json.object("id", inbound.sent(chat, chat.person(), message(routed.json()))));
    }

    private static InboundMessages.Message message(ObjectNode body) {
        @Nullable
        String at = Json.text(body, "at");
        String type = body.path("type").asText("text");
        JsonNode content = type.equals("text")
                ? Json.object("body", Json.required(body, "text"))
                : content(body.path("content"));
        return new InboundMessages.Message(type, content, Json.text(body, "quoted"),
                InboundMessages.Forwarded.of(body.path("forwarded")),
                at == null ? null : Instant.parse(at));
    }

    private static JsonNode content(JsonNode content) {
        if (content.isMissingNode() || content.isNull()) {
            return Json.object();
        }
        if (!content.isContainerNode()) {
            throw new IllegalArgumentException("'content' is what the webhook shows for the type, such as"
                    + " {\"latitude\": 38.7, \"longitude\": -9.1}, not '%s'.".formatted(content.asText()));
        }
        return content;
    }

    private Response picture(RoutedRequest routed) {
        byte[] jpeg = group(routed).picture();
        if (jpeg == null) {
            throw new NoSuchElementException("'%s' has no picture.".formatted(group(routed).subject()));
        }
        return new Response(200, "image/jpeg", jpeg);
    }

    private Response media(RoutedRequest routed) {
        StoredMedia media = state.media().find(routed.pathValue("media")).orElseThrow(() -> new NoSuchElementException(
                "There is no media '%s', or it has expired.".formatted(routed.pathValue("media"))));
        var file = new Response(200, media.mimeType(), media.bytes());
        return media.mimeType().matches(SHOWN) ? file : file.withHeaders(Map.of("Content-Disposition", "attachment"));
    }
}
