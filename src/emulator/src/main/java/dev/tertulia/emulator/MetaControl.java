package dev.tertulia.emulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;
import dev.tertulia.emulator.lock.StateLock;

/** Control interface: Meta's limits, faults, templates and suspensions, and the clock. */
final class MetaControl {
    private final EmulatorState state;
    private final StateLock lock;
    private final Membership membership;
    private final TemplateCalls templates;

    MetaControl(EmulatorState state, StateLock lock, Membership membership) {
        this.state = state;
        this.lock = lock;
        this.membership = membership;
        this.templates = new TemplateCalls(state);
    }

    List<Route> routes() {
        return Stream.concat(own().stream(), new AccountControl(state, lock, templates).routes().stream()).toList();
    }

    private List<Route> own() {
        return List.of(Route.control("POST /numbers", routed -> number(routed.json())),
                Route.control("POST /groups/{group}/suspend", routed -> suspend(routed, true)),
                Route.control("POST /groups/{group}/clear", routed -> suspend(routed, false)),
                Route.control("POST /clock", routed -> clock(routed.json())),
                Route.control("POST /faults", routed -> fault(routed.json())),
                Route.control("DELETE /faults", routed -> StateChange.apply(lock, state.faults()::clear)),
                Route.control("PUT /troubles", routed -> troubles(routed.json())),
                Route.control("POST /templates", routed -> template(routed.json())),
                Route.control("POST /templates/{name}/{language}/status", this::decide),
                Route.control("POST /limits", routed -> limits(routed.json())),
                Route.control("POST /seed",
                        routed -> StateChange.apply(lock, () -> new SeedFile(state, membership).plant(routed.json()))),
                Route.control("POST /reset", routed -> StateChange.apply(lock, state::reset)));
    }

    private Response number(ObjectNode body) {
        return StateChange.apply(lock,
                () -> state.addNumber(Json.required(body, "id"), Json.required(body, "display_phone_number")));
    }

    private Response suspend(RoutedRequest routed, boolean now) {
        return StateChange.apply(lock, () -> membership.suspend(state.group(routed.pathValue("group")), now));
    }

    private Response clock(ObjectNode body) {
        Duration by = Duration.parse(Json.required(body, "advance"));
        lock.released(() -> state.clock().advance(by));
        return Response.ok(Json.object("now", state.now().toString()));
    }

    private Response fault(ObjectNode body) {
        String name = Json.required(body, "fault");
        Fault fault = Arrays.stream(Fault.values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no fault '%s'. The faults are %s.".formatted(name, Arrays.toString(Fault.values()))));
        return StateChange.apply(lock, () -> state.faults().next(fault, body.path("times").asInt(1)));
    }

    private Response troubles(ObjectNode body) {
        if (!body.path("troubles").isArray()) {
            throw new IllegalArgumentException(
                    "The body needs 'troubles', for example {\"troubles\": [\"NOT_OFFICIAL\"]}.");
        }
        Trouble[] wanted = StreamSupport.stream(body.path("troubles").spliterator(), false)
                .map(name -> Troubles.named(name.asText())).toArray(Trouble[]::new);
        return StateChange.apply(lock, () -> state.faults().troubles().only(wanted));
    }

    private Response template(ObjectNode body) {
        return StateChange.apply(lock, () -> state.templates().add(Json.required(body, "name"),
                Json.required(body, "language"), Json.required(body, "body"), body.path("category").asText("UTILITY")));
    }

    private Response decide(RoutedRequest routed) {
        ObjectNode body = routed.json();
        Template template = state.templates().named(routed.pathValue("name"), routed.pathValue("language"));
        Template.Status status = Template.Status.named(Json.required(body, "status"));
        return StateChange.apply(lock, () -> templates.decide(template, status, body.path("reason").asText("NONE")));
    }

    private Response limits(ObjectNode body) {
        Limits now = state.limits();
        var wanted = new Limits(limit(body, "messages_per_second", now.messagesPerSecond()),
                limit(body, "operations_per_second", now.operationsPerSecond()),
                limit(body, "management_per_hour", now.managementPerHour()),
                limit(body, "pair_burst", now.pairBurst()));
        return StateChange.apply(lock, () -> state.limit(wanted));
    }

    private static int limit(ObjectNode body, String key, int otherwise) {
        JsonNode limit = body.path(key);
        if (!limit.isMissingNode() && !limit.isIntegralNumber()) {
            throw new IllegalArgumentException("'%s' must be a whole number; 0 is no limit.".formatted(key));
        }
        return limit.asInt(otherwise);
    }
}
