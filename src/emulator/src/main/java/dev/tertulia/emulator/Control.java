package dev.tertulia.emulator;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The control interface: JSON over HTTP for whoever plays the people, in any language. The playground page is one of
 * its clients. An error is {@code {"error": "what to do"}}, with 404 where something is unknown, else 400.
 *
 * <table>
 * <caption>Routes, below /emulator</caption>
 * <tr><td>GET /state</td><td>everything there is to see</td></tr>
 * <tr><td>GET /changes?after=SEQ&amp;wait=SECONDS</td><td>the same, as soon as its {@code seq} is another</td></tr>
 * <tr><td>GET /calls</td><td>the latest Graph API calls with their answers</td></tr>
 * <tr><td>GET /deliveries</td><td>the latest webhooks: waiting, delivered, or why not</td></tr>
 * <tr><td>POST /deliveries/{id}/again</td><td>sends a webhook once more, as a duplicate</td></tr>
 * <tr><td>POST /groups</td><td>{subject, description?, join_approval_mode?}</td></tr>
 * <tr><td>POST /groups/{id}/members</td><td>{name, phone?}: joins; an empty phone is withheld</td></tr>
 * <tr><td>POST /join</td><td>{invite_link, name, phone?}: the same by link</td></tr>
 * <tr><td>DELETE /groups/{id}/members/{member}</td><td>leaves</td></tr>
 * <tr><td>DELETE /groups/{id}/join_requests/{request}</td><td>takes a request to join back</td></tr>
 * <tr><td>POST /groups/{id}/messages</td><td>{from, text, quoted?, at?}: says something, perhaps in the past</td></tr>
 * <tr><td>POST /people/{phone}/messages</td><td>{text, name?, at?}: writes to the business alone</td></tr>
 * <tr><td>POST /groups/{id}/suspend, /clear</td><td>Meta suspends the group, or lets it go on</td></tr>
 * <tr><td>POST /clock</td><td>{advance: "PT25H"}</td></tr>
 * <tr><td>POST /faults, DELETE /faults</td><td>{fault, times?}: the next calls go wrong</td></tr>
 * <tr><td>PUT /webhook</td><td>{url, app_secret?}: where deliveries go</td></tr>
 * <tr><td>POST /templates</td><td>{name, language, body}</td></tr>
 * <tr><td>POST /limits</td><td>{messages_per_second}: 0 for none</td></tr>
 * <tr><td>POST /reset</td><td>forgets everything but the webhook's address and the clock</td></tr>
 * </table>
 */
final class Control {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final World world;
    private final Guard guard;
    private final Membership membership;
    private final Speech speech;
    private final Snapshot snapshot;
    private final List<Route> routes;

    Control(World world, Guard guard, Membership membership) {
        this.world = world;
        this.guard = guard;
        this.membership = membership;
        this.speech = new Speech(world);
        this.snapshot = new Snapshot(world, guard);
        this.routes = List.of(route("GET /state", visit -> Response.ok(snapshot.state())),
                route("GET /changes", this::changes), route("GET /calls", visit -> Response.ok(snapshot.calls())),
                route("GET /deliveries", visit -> Response.ok(snapshot.deliveries())),
                route("POST /deliveries/{id}/again", this::again), route("POST /groups", this::create),
                route("POST /groups/{group}/members", visit -> join(group(visit), visit.json())),
                route("POST /join", visit -> join(membership.byLink(text(visit.json(), "invite_link")), visit.json())),
                route("DELETE /groups/{group}/members/{member}", this::leave),
                route("DELETE /groups/{group}/join_requests/{request}", this::revoke),
                route("POST /groups/{group}/messages", this::say),
                route("POST /people/{phone}/messages", this::write),
                route("POST /groups/{group}/suspend", visit -> suspend(visit, true)),
                route("POST /groups/{group}/clear", visit -> suspend(visit, false)),
                route("POST /clock", this::clock), route("POST /faults", this::fault),
                route("DELETE /faults", visit -> done(world.faults()::clear)), route("PUT /webhook", this::webhook),
                route("POST /templates", this::template), route("POST /limits", this::limits),
                route("POST /reset", visit -> done(world::reset)));
    }

    private static Route route(String methodAndPath, Function<Visit, Response> answer) {
        String[] parts = methodAndPath.split(" ");
        return new Route(parts[0], "/emulator" + parts[1], answer);
    }

    static boolean serves(String path) {
        return path.equals("/emulator") || path.startsWith("/emulator/");
    }

    Response handle(Request request) {
        try {
            Optional<Response> response = routes.stream()
                    .flatMap(route -> route.match(request).map(route.answer()).stream()).findFirst();
            return response.orElseGet(() -> unknown(request));
        } catch (NoSuchElementException e) {
            return error(404, e);
        } catch (IllegalArgumentException e) {
            return error(400, e);
        } catch (DateTimeException e) {
            return error(400, new IllegalArgumentException(
                    e.getMessage() + ". A duration looks like PT25H, a time like 2026-11-21T10:00:00Z.", e));
        }
    }

    private Response unknown(Request request) {
        return Response.json(404, Json.object("error",
                "There is no %s %s. The routes are: %s.".formatted(request.method(), request.path(),
                        routes.stream().map(Route::toString).collect(Collectors.joining(", ")))));
    }

    private static Response error(int status, Exception e) {
        return Response.json(status, Json.object("error", e.getMessage()));
    }

    private Response done(Runnable step) {
        step.run();
        guard.changed();
        return Response.ok(Json.object("seq", guard.changes()));
    }

    private ChatGroup group(Visit visit) {
        return world.group(visit.place("group"));
    }

    private static String text(ObjectNode body, String key) {
        return Optional.ofNullable(Json.text(body, key)).orElseThrow(
                () -> new IllegalArgumentException(
                        "The body needs '%s', for example {\"%s\": \"…\"}.".formatted(key, key)));
    }

    private Response changes(Visit visit) {
        Duration wait = Duration.ofSeconds(visit.number("wait", 25));
        guard.awaitChange(visit.number("after", -1), wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        return Response.ok(snapshot.state());
    }

    private Response again(Visit visit) {
        return Response.ok(Json.object("id", world.mailroom().again(visit.place("id")).id()));
    }

    private Response create(Visit visit) {
        ObjectNode body = visit.json();
        String subject = text(body, "subject").strip();
        if (subject.isEmpty()) {
            throw new IllegalArgumentException("A group needs a subject.");
        }
        return Response.ok(snapshot.group(membership.found(subject, body.path("description").asText(),
                body.path("join_approval_mode").asText().equals("approval_required"))));
    }

    private Response join(ChatGroup group, ObjectNode body) {
        Person person = world.people().called(body.path("name").asText(), Json.text(body, "phone"));
        Optional<JoinRequest> request = membership.join(group, person);
        return Response.ok(Snapshot.member(person).put("group", group.id()).setAll(
                Json.object("join_request_id", request.map(JoinRequest::id).orElse(null))));
    }

    private Response leave(Visit visit) {
        return done(() -> membership.leave(group(visit), group(visit).member(visit.place("member"))));
    }

    private Response revoke(Visit visit) {
        @Nullable
        JoinRequest request = group(visit).joinRequests().get(visit.place("request"));
        if (request == null) {
            throw new NoSuchElementException("Nobody asks to join with '%s'.".formatted(visit.place("request")));
        }
        return done(() -> membership.revoke(group(visit), request));
    }

    private Response say(Visit visit) {
        ObjectNode body = visit.json();
        ChatGroup group = group(visit);
        return Response.ok(Json.object("id", speech.inGroup(group, group.member(text(body, "from")), words(body))));
    }

    private Response write(Visit visit) {
        ObjectNode body = visit.json();
        Person person = world.people().called(body.path("name").asText(), visit.place("phone"));
        return Response.ok(Json.object("id", speech.toBusiness(person, words(body))));
    }

    private static Speech.Words words(ObjectNode body) {
        @Nullable
        String at = Json.text(body, "at");
        return new Speech.Words(text(body, "text"), Json.text(body, "quoted"), at == null ? null : Instant.parse(at));
    }

    private Response suspend(Visit visit, boolean now) {
        return done(() -> membership.suspend(group(visit), now));
    }

    private Response clock(Visit visit) {
        world.clock().advance(Duration.parse(text(visit.json(), "advance")));
        return Response.ok(Json.object("now", world.now().toString()));
    }

    private Response fault(Visit visit) {
        ObjectNode body = visit.json();
        String name = text(body, "fault");
        Fault fault = Arrays.stream(Fault.values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no fault '%s'. The faults are %s.".formatted(name, Arrays.toString(Fault.values()))));
        return done(() -> world.faults().next(fault, body.path("times").asInt(1)));
    }

    private Response webhook(Visit visit) {
        ObjectNode body = visit.json();
        var target = new HttpWebhooks(URI.create(text(body, "url")));
        Optional.ofNullable(Json.text(body, "app_secret")).ifPresent(world::appSecret);
        return done(() -> world.mailroom().target(target));
    }

    private Response template(Visit visit) {
        ObjectNode body = visit.json();
        return done(() -> world.templates().add(text(body, "name"), text(body, "language"), text(body, "body")));
    }

    private Response limits(Visit visit) {
        JsonNode limit = visit.json().path("messages_per_second");
        if (!limit.isIntegralNumber()) {
            throw new IllegalArgumentException("'messages_per_second' must be a whole number; 0 lifts the limit.");
        }
        return done(() -> world.throughput().limit(limit.asInt()));
    }
}
