package dev.tertulia.emulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The part of the control interface that plays Meta, and time: limits, faults, templates, suspensions, the clock. */
final class MetaControl {
    private final World world;
    private final Guard guard;
    private final Membership membership;
    private final TemplateCalls templates;

    MetaControl(World world, Guard guard, Membership membership) {
        this.world = world;
        this.guard = guard;
        this.membership = membership;
        this.templates = new TemplateCalls(world);
    }

    List<Route> routes() {
        return Stream.concat(own().stream(), new AccountControl(world, guard, templates).routes().stream()).toList();
    }

    private List<Route> own() {
        return List.of(Route.control("POST /numbers", visit -> number(visit.json())),
                Route.control("POST /groups/{group}/suspend", visit -> suspend(visit, true)),
                Route.control("POST /groups/{group}/clear", visit -> suspend(visit, false)),
                Route.control("POST /clock", visit -> clock(visit.json())),
                Route.control("POST /faults", visit -> fault(visit.json())),
                Route.control("DELETE /faults", visit -> Control.done(guard, world.faults()::clear)),
                Route.control("POST /templates", visit -> template(visit.json())),
                Route.control("POST /templates/{name}/{language}/status", this::decide),
                Route.control("POST /limits", visit -> limits(visit.json())),
                Route.control("POST /seed",
                        visit -> Control.done(guard, () -> new SeedFile(world, membership).plant(visit.json()))),
                Route.control("POST /reset", visit -> Control.done(guard, world::reset)));
    }

    private Response number(ObjectNode body) {
        return Control.done(guard,
                () -> world.addNumber(Control.text(body, "id"), Control.text(body, "display_phone_number")));
    }

    private Response suspend(Visit visit, boolean now) {
        return Control.done(guard, () -> membership.suspend(world.group(visit.place("group")), now));
    }

    private Response clock(ObjectNode body) {
        Duration by = Duration.parse(Control.text(body, "advance"));
        guard.released(() -> world.clock().advance(by));
        return Response.ok(Json.object("now", world.now().toString()));
    }

    private Response fault(ObjectNode body) {
        String name = Control.text(body, "fault");
        Fault fault = Arrays.stream(Fault.values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no fault '%s'. The faults are %s.".formatted(name, Arrays.toString(Fault.values()))));
        return Control.done(guard, () -> world.faults().next(fault, body.path("times").asInt(1)));
    }

    private Response template(ObjectNode body) {
        return Control.done(guard, () -> world.templates().add(Control.text(body, "name"),
                Control.text(body, "language"), Control.text(body, "body"), body.path("category").asText("UTILITY")));
    }

    private Response decide(Visit visit) {
        ObjectNode body = visit.json();
        Template template = world.templates().named(visit.place("name"), visit.place("language"));
        Template.Status status = Template.Status.named(Control.text(body, "status"));
        return Control.done(guard, () -> templates.decide(template, status, body.path("reason").asText("NONE")));
    }

    private Response limits(ObjectNode body) {
        Limits now = world.limits();
        var wanted = new Limits(limit(body, "messages_per_second", now.messagesPerSecond()),
                limit(body, "operations_per_second", now.operationsPerSecond()),
                limit(body, "management_per_hour", now.managementPerHour()),
                limit(body, "pair_burst", now.pairBurst()));
        return Control.done(guard, () -> world.limit(wanted));
    }

    private static int limit(ObjectNode body, String key, int otherwise) {
        JsonNode limit = body.path(key);
        if (!limit.isMissingNode() && !limit.isIntegralNumber()) {
            throw new IllegalArgumentException("'%s' must be a whole number; 0 lifts the limit.".formatted(key));
        }
        return limit.asInt(otherwise);
    }
}
