package dev.tertulia.emulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Meta's Graph API, as far as groups need it. Every call is kept with its answer. */
final class GraphApi {
    private static final Pattern VERSIONED = Pattern.compile("/v\\d+\\.\\d+(/.*)?");
    private static final List<String> REMOVED = List.of("ids", "date_format");
    private static final String JSON = "application/json";
    private static final Pattern GROUP = Pattern.compile("Y2FwaV9ncm91c\\w+");

    private final World world;
    private final GroupCalls groups;
    private final SettingsCalls settings;
    private final NumberCalls numbers;
    private final MediaCalls media;
    private final AnalyticsCalls analytics;
    private final List<Route> routes;

    GraphApi(World world, Membership membership) {
        this.world = world;
        var gate = new Gate(world);
        var desk = new GroupDesk(world, gate);
        groups = new GroupCalls(world, gate, desk, membership);
        settings = new SettingsCalls(world, desk, membership.events());
        numbers = new NumberCalls(world);
        media = new MediaCalls(world);
        analytics = new AnalyticsCalls(world);
        var all = new ArrayList<Route>(List.of(Route.graph("POST /{phone}/messages", new Sending(world, gate)::post)));
        all.addAll(groups.routes());
        all.addAll(new ParticipantCalls(world, desk, membership.events()).routes());
        all.addAll(new JoinRequestCalls(desk, membership).routes());
        all.addAll(media.routes());
        all.addAll(new TemplateCalls(world).routes());
        all.addAll(numbers.routes());
        all.addAll(new BlockCalls(world).routes());
        all.addAll(new AccountCalls(world).routes());
        routes = List.copyOf(all);
    }

    static boolean serves(String path) {
        return VERSIONED.matcher(path).matches() || MediaStore.serves(path);
    }

    Response handle(Request request) {
        Response response = answered(request);
        String asked = shown(request.headers().getOrDefault("content-type", JSON), request.body());
        world.calls().add(new Call(world.now(), request.method(), request.path(), asked, response.status(),
                shown(response.contentType(), response.body())));
        return response;
    }

    /** Files are not kept. */
    private static String shown(String type, byte[] body) {
        return type.startsWith(JSON) || body.length == 0
                ? new String(body, StandardCharsets.UTF_8)
                : "(%d bytes of %s)".formatted(body.length, type.replaceFirst(";.*", ""));
    }

    private Response answered(Request request) {
        try {
            return answer(request);
        } catch (Refusal refusal) {
            return world.refused(refusal.error());
        } catch (IllegalArgumentException wrong) {
            return world.refused(GraphError.parameter(String.valueOf(wrong.getMessage())));
        }
    }

    private Response answer(Request request) {
        if (!knows(request.bearer())) {
            return world.refused(GraphError.TOKEN_INVALID);
        }
        if (MediaStore.serves(request.path())) {
            return spoilt(Lane.FILES, media.download(request));
        }
        REMOVED.stream().filter(request.query()::containsKey).findFirst().ifPresent(parameter -> {
            throw new Refusal(GraphError.removed(parameter));
        });
        Response due = called(request);
        return request.method().equals("GET") ? spoilt(Lane.QUESTIONS, due) : due;
    }

    private Response spoilt(Lane lane, Response due) {
        @Nullable
        Fault fault = world.faults().take(lane, null);
        return fault == null ? due : fault.instead(due, world::refused);
    }

    private Response called(Request request) {
        Optional<Response> response = routes.stream()
                .flatMap(route -> route.match(request).map(visit -> visited(route, visit)).stream()).findFirst();
        return response.orElseGet(() -> node(request));
    }

    /** A token of the app itself ends with its secret. */
    private boolean knows(@Nullable String token) {
        return token != null && (token.equals(world.settings().accessToken())
                || token.endsWith("|" + world.settings().appSecret()));
    }

    private Response visited(Route route, Visit visit) {
        if (visit.places().containsKey("phone") && !world.numbers().containsKey(visit.place("phone"))) {
            throw unknown(visit.request(), visit.place("phone"));
        }
        if (visit.places().containsKey("account")) {
            account(visit.request(), visit.place("account"));
        }
        return route.answer().apply(visit);
    }

    private void account(Request request, String id) {
        if (!id.equals(world.settings().businessAccountId())) {
            throw unknown(request, id);
        }
        if (!world.takeManagement()) {
            throw new Refusal(GraphError.ACCOUNT_LIMIT);
        }
    }

    /** A call on a thing by its id alone: what it is decides who answers. */
    private Response node(Request request) {
        String[] path = request.path().split("/");
        String id = path.length > 2 ? path[2] : "";
        if (path.length != 3) {
            throw unknown(request, id);
        }
        var visit = new Visit(request, Map.of("group", id));
        String method = request.method();
        @Nullable
        BusinessNumber number = world.numbers().get(id);
        Optional<Media> file = world.media().find(id);
        if (number != null && !method.equals("DELETE")) {
            return method.equals("GET") ? numbers.get(visit, number) : numbers.override(visit, number);
        }
        if (file.isPresent() && !method.equals("POST")) {
            return method.equals("GET") ? media.get(visit, file.get()) : media.delete(file.get());
        }
        if (method.equals("GET") && id.equals(world.settings().businessAccountId())) {
            account(request, id);
            return analytics.get(visit);
        }
        if (!GROUP.matcher(id).matches()) {
            throw unknown(request, id);
        }
        return switch (method) {
            case "GET" -> groups.get(visit);
            case "POST" -> settings.update(visit);
            case "DELETE" -> groups.delete(visit);
            default -> throw unknown(request, id);
        };
    }

    private static Refusal unknown(Request request, String id) {
        return new Refusal(GraphError.unknownObject(request.method().toLowerCase(Locale.ROOT), id));
    }
}
