package dev.tertulia.emulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;
import dev.tertulia.emulator.lock.StateLock;
import dev.tertulia.emulator.webhook.DeliverySettings;

/** Control interface: state, calls and webhooks. */
final class WireControl {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final EmulatorState state;
    private final StateLock lock;
    private final GraphApi graph;
    private final Snapshot snapshot;

    WireControl(EmulatorState state, StateLock lock, GraphApi graph) {
        this.state = state;
        this.lock = lock;
        this.graph = graph;
        this.snapshot = new Snapshot(state, lock);
    }

    List<Route> routes() {
        return List.of(Route.control("GET /state", routed -> Response.ok(snapshot.state())),
                Route.control("GET /changes", this::changes),
                Route.control("GET /calls", routed -> Response.ok(snapshot.calls())),
                Route.control("GET /deliveries", routed -> Response.ok(snapshot.deliveries())),
                Route.control("PUT /deliveries", routed -> deliveries(routed.json())),
                Route.control("POST /deliveries/{id}/again", this::again),
                Route.control("PUT /receipts", routed -> receipts(routed.json())),
                Route.control("POST /graph", routed -> call(routed.json())),
                Route.control("PUT /webhook", routed -> webhook(routed.json())));
    }

    /** Long poll that ends with the next change, after its time, or with the emulator. */
    private Response changes(RoutedRequest routed) {
        boolean other = !routed.request().query().getOrDefault("run", state.run()).equals(state.run());
        Duration wait = other ? Duration.ZERO : Duration.ofSeconds(routed.number("wait", 25));
        lock.awaitChange(routed.number("after", -1), wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        return Response.ok(snapshot.state());
    }

    private Response again(RoutedRequest routed) {
        return Response.ok(Json.object("id", state.webhooks().again(routed.pathValue("id")).id()));
    }

    private Response deliveries(ObjectNode body) {
        DeliverySettings now = state.webhooks().settings();
        var wanted = new DeliverySettings(body.path("batch").asInt(now.batch()),
                body.path("duplicates").asInt(now.duplicates()), body.path("shuffled").asBoolean(now.shuffled()),
                Duration.parse(body.path("late").asText(now.late().toString())),
                body.path("escaped").asBoolean(now.escaped()), body.path("extras").asBoolean(now.extras()));
        return StateChange.apply(lock, () -> state.webhooks().settings(wanted));
    }

    private Response receipts(ObjectNode body) {
        Receipts now = state.receipts();
        var wanted = new Receipts(body.path("together").asBoolean(now.together()),
                body.path("delivered").asBoolean(now.delivered()), body.path("read").asBoolean(now.read()),
                body.path("backwards").asBoolean(now.backwards()), body.path("twice").asBoolean(now.twice()));
        return StateChange.apply(lock, () -> state.receipts(wanted));
    }

    /** Calls the Graph API with the bot's token and returns its response. The path may have a query. */
    private Response call(ObjectNode body) {
        String[] path = Json.required(body, "path").split("\\?", 2);
        JsonNode content = body.path("body");
        String token = "Bearer " + state.settings().accessToken();
        return graph.handle(new Request(Json.required(body, "method"), path[0],
                Request.parameters(path.length == 2 ? path[1] : null),
                Map.of("authorization", token, "content-type", "application/json"),
                content.isObject() ? Json.bytes(content) : new byte[0]));
    }

    private Response webhook(ObjectNode body) {
        var target = state.targets().requested(URI.create(Json.required(body, "url")), state.settings().verifyToken());
        Optional.ofNullable(Json.text(body, "app_secret")).ifPresent(state::appSecret);
        return StateChange.apply(lock, () -> state.webhooks().target(target));
    }
}
