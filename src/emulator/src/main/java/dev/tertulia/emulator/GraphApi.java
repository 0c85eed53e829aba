package dev.tertulia.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Meta's Graph API, as far as groups need it. Every call is kept with its answer. */
final class GraphApi {
    private static final Pattern VERSIONED = Pattern.compile("/v\\d+\\.\\d+/.+");

    private final World world;
    private final List<Route> routes;

    GraphApi(World world, Membership membership, GroupEvents events) {
        this.world = world;
        var sending = new Sending(world, new Statuses(world));
        var groups = new GroupCalls(world, membership, events);
        var pages = new GroupPages(world);
        var joinRequests = new JoinRequestCalls(world, membership, events);
        routes = List.of(route("POST /{phone}/messages", visit -> sending.post(visit.json())),
                route("POST /{phone}/groups", groups::create), route("GET /{phone}/groups", pages::list),
                route("GET /{node}", visit -> isPhone(visit) ? phone(visit) : groups.get(visit)),
                route("POST /{group}", groups::update), route("DELETE /{group}", groups::delete),
                route("GET /{group}/invite_link", groups::link), route("POST /{group}/invite_link", groups::resetLink),
                route("DELETE /{group}/invite_link", groups::deleteLink),
                route("DELETE /{group}/participants", groups::remove),
                route("POST /{group}/participants", visit -> error(GraphError.NO_ADDING)),
                route("GET /{group}/join_requests", joinRequests::list),
                route("POST /{group}/join_requests", joinRequests::approve),
                route("DELETE /{group}/join_requests", joinRequests::reject));
    }

    private static Route route(String methodAndPath, Function<Visit, Response> answer) {
        String[] parts = methodAndPath.split(" ");
        return new Route(parts[0], "/{version}" + parts[1], answer);
    }

    static boolean serves(String path) {
        return VERSIONED.matcher(path).matches();
    }

    Response handle(Request request) {
        Response response = answered(request);
        world.record(new Call(world.now(), request.method(), request.path(),
                new String(request.body(), StandardCharsets.UTF_8), response.status(), response.text()));
        return response;
    }

    private Response answered(Request request) {
        try {
            return answer(request);
        } catch (Refusal refusal) {
            return error(refusal.error());
        } catch (IllegalArgumentException wrong) {
            return error(GraphError.parameter(String.valueOf(wrong.getMessage())));
        }
    }

    private Response answer(Request request) {
        if (!world.settings().accessToken().equals(request.bearer())) {
            return error(GraphError.TOKEN_INVALID);
        }
        Optional<Response> response = routes.stream()
                .flatMap(route -> route.match(request).map(visit -> visited(route, visit)).stream()).findFirst();
        return response.orElseGet(() -> error(unknown(request, request.path().split("/")[2])));
    }

    private Response visited(Route route, Visit visit) {
        if (visit.places().containsKey("phone") && !visit.place("phone").equals(world.settings().phoneNumberId())) {
            return error(unknown(visit.request(), visit.place("phone")));
        }
        return route.answer().apply(visit);
    }

    private static GraphError unknown(Request request, String id) {
        return GraphError.unknownObject(request.method().toLowerCase(Locale.ROOT), id);
    }

    private boolean isPhone(Visit visit) {
        return visit.place("node").equals(world.settings().phoneNumberId());
    }

    private Response phone(Visit visit) {
        ObjectNode all = Json.object("verified_name", "Emulated Business", "code_verification_status", "VERIFIED",
                "display_phone_number", "+" + world.settings().displayPhoneNumber(), "quality_rating", "GREEN",
                "status", "CONNECTED", "platform_type", "CLOUD_API", "throughput",
                Json.object("level", world.throughput().perSecond() > 80 ? "HIGH" : "STANDARD"),
                "is_official_business_account", true);
        String fields = visit.request().query().getOrDefault("fields",
                "display_phone_number,verified_name,quality_rating");
        all.retain(fields.split(","));
        return Response.ok(all.put("id", world.settings().phoneNumberId()));
    }

    private Response error(GraphError error) {
        return Response.json(error.http(), error.body(world.ids().trace()));
    }
}
