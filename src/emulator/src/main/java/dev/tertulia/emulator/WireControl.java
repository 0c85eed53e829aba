package dev.tertulia.emulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The part of the control interface about what goes over the wire: what was said, when, where to, and how badly. */
final class WireControl {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final World world;
    private final Guard guard;
    private final GraphApi graph;
    private final Snapshot snapshot;

    WireControl(World world, Guard guard, GraphApi graph) {
        this.world = world;
        this.guard = guard;
        this.graph = graph;
        this.snapshot = new Snapshot(world, guard);
    }

    List<Route> routes() {
        return List.of(Route.control("GET /state", visit -> Response.ok(snapshot.state())),
                Route.control("GET /changes", this::changes),
                Route.control("GET /calls", visit -> Response.ok(snapshot.calls())),
                Route.control("GET /deliveries", visit -> Response.ok(snapshot.deliveries())),
                Route.control("PUT /deliveries", visit -> deliveries(visit.json())),
                Route.control("POST /deliveries/{id}/again", this::again),
                Route.control("PUT /receipts", visit -> receipts(visit.json())),
                Route.control("POST /graph", visit -> call(visit.json())),
                Route.control("PUT /webhook", visit -> webhook(visit.json())));
    }

    /** A poll that ends with the next change, with its time, or with the emulator. */
    private Response changes(Visit visit) {
        boolean other = !visit.request().query().getOrDefault("run", world.run()).equals(world.run());
        Duration wait = other ? Duration.ZERO : Duration.ofSeconds(visit.number("wait", 25));
        guard.awaitChange(visit.number("after", -1), wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        return Response.ok(snapshot.state());
    }

    private Response again(Visit visit) {
        return Response.ok(Json.object("id", world.mailroom().again(visit.place("id")).id()));
    }

    private Response deliveries(ObjectNode body) {
        Deliveries now = world.mailroom().habits();
        var wanted = new Deliveries(body.path("batch").asInt(now.batch()),
                body.path("duplicates").asInt(now.duplicates()), body.path("shuffled").asBoolean(now.shuffled()),
                Duration.parse(body.path("late").asText(now.late().toString())),
                body.path("escaped").asBoolean(now.escaped()), body.path("extras").asBoolean(now.extras()));
        return Control.done(guard, () -> world.mailroom().habits(wanted));
    }

    private Response receipts(ObjectNode body) {
        Receipts now = world.receipts();
        var wanted = new Receipts(body.path("together").asBoolean(now.together()),
                body.path("delivered").asBoolean(now.delivered()), body.path("read").asBoolean(now.read()),
                body.path("backwards").asBoolean(now.backwards()), body.path("twice").asBoolean(now.twice()));
        return Control.done(guard, () -> world.receipts(wanted));
    }

    /** A call as the bot would make it, with its token; the answer is the Graph API's own. */
    private Response call(ObjectNode body) {
        JsonNode content = body.path("body");
        String token = "Bearer " + world.settings().accessToken();
        return graph.handle(new Request(Control.text(body, "method"), Control.text(body, "path"), Map.of(),
                Map.of("authorization", token, "content-type", "application/json"),
                content.isObject() ? Json.bytes(content) : new byte[0]));
    }

    private Response webhook(ObjectNode body) {
        var target = world.asked(URI.create(Control.text(body, "url")), world.settings().verifyToken());
        Optional.ofNullable(Json.text(body, "app_secret")).ifPresent(world::appSecret);
        return Control.done(guard, () -> world.mailroom().target(target));
    }
}
