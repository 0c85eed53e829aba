package dev.tertulia.emulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;

/** Meta's Graph API, as far as groups need it. Each call is logged with its response. */
final class GraphApi {
    private static final Pattern VERSIONED = Pattern.compile("/v\\d+\\.\\d+(/.*)?");
    private static final List<String> REMOVED = List.of("ids", "date_format");
    private static final String JSON = "application/json";
    private static final Pattern GROUP = Pattern.compile("Y2FwaV9ncm91c\\w+");

    private final EmulatorState state;
    private final GroupCalls groups;
    private final SettingsCalls settings;
    private final NumberCalls numbers;
    private final MediaCalls media;
    private final AnalyticsCalls analytics;
    private final List<Route> routes;

    GraphApi(EmulatorState state, Membership membership) {
        this.state = state;
        var filter = new RateAndFaultFilter(state);
        var lookup = new GroupLookup(state, filter);
        groups = new GroupCalls(state, filter, lookup, membership);
        settings = new SettingsCalls(state, lookup, membership.events());
        numbers = new NumberCalls(state);
        media = new MediaCalls(state);
        analytics = new AnalyticsCalls(state);
        var all = new ArrayList<Route>(
                List.of(Route.graph("POST /{phone}/messages", new MessageCalls(state, filter)::post)));
        all.addAll(groups.routes());
        all.addAll(new ParticipantCalls(state, lookup, membership.events()).routes());
        all.addAll(new JoinRequestCalls(lookup, membership).routes());
        all.addAll(media.routes());
        all.addAll(new TemplateCalls(state).routes());
        all.addAll(numbers.routes());
        all.addAll(new BlockCalls(state).routes());
        all.addAll(new AccountCalls(state).routes());
        all.addAll(new TokenCalls(state).routes());
        routes = List.copyOf(all);
    }

    static boolean serves(String path) {
        return VERSIONED.matcher(path).matches() || MediaStore.serves(path);
    }

    Response handle(Request request) {
        Response response = versioned(request, answered(request));
        String asked = shown(request.headers().getOrDefault("content-type", JSON), request.body());
        state.calls().add(new ApiCall(state.now(), request.method(), request.path(), asked, response.status(),
                shown(response.contentType(), response.body())));
        return response;
    }

    /** Names the version that answers, which is not the requested one if that has ended. */
    private static Response versioned(Request request, Response response) {
        var headers = new HashMap<>(response.headers());
        headers.put("facebook-api-version", GraphVersion.answering(request.path()));
        return response.isNever() ? response : response.withHeaders(headers);
    }

    /** Contents of files are not logged. */
    private static String shown(String type, byte[] body) {
        return type.startsWith(JSON) || body.length == 0
                ? new String(body, StandardCharsets.UTF_8)
                : "(%d bytes of %s)".formatted(body.length, type.replaceFirst(";.*", ""));
    }

    private Response answered(Request request) {
        try {
            return answer(request);
        } catch (Refusal refusal) {
            return state.refused(refusal.error());
        } catch (IllegalArgumentException wrong) {
            return state.refused(ApiError.parameter(String.valueOf(wrong.getMessage())));
        }
    }

    private Response answer(Request request) {
        if (!knows(request.bearer())) {
            return state.refused(ApiError.TOKEN_INVALID);
        }
        if (state.faults().troubles().has(Trouble.TOKEN_EXPIRED) && !ofApp(request.bearer())) {
            return state.refused(ApiError.TOKEN_EXPIRED);
        }
        if (MediaStore.serves(request.path())) {
            return spoilt(CallKind.FILES, media.download(request));
        }
        REMOVED.stream().filter(request.query()::containsKey).findFirst().ifPresent(parameter -> {
            throw new Refusal(ApiError.removed(parameter));
        });
        Response due = called(request);
        return request.method().equals("GET") ? spoilt(CallKind.QUESTIONS, due) : due;
    }

    private Response spoilt(CallKind callKind, Response due) {
        @Nullable
        Fault fault = state.faults().take(callKind, null);
        return fault == null ? due : fault.instead(due, state::refused);
    }

    private Response called(Request request) {
        Optional<Response> response = routes.stream()
                .flatMap(route -> route.match(request).map(routed -> visited(route, routed)).stream()).findFirst();
        return response.orElseGet(() -> node(request));
    }

    /** An app access token ends with the app secret. */
    private boolean knows(@Nullable String token) {
        return token != null && (token.equals(state.settings().accessToken()) || ofApp(token));
    }

    private boolean ofApp(@Nullable String token) {
        return token != null && token.endsWith("|" + state.settings().appSecret());
    }

    private Response visited(Route route, RoutedRequest routed) {
        if (routed.pathValues().containsKey("phone") && !state.numbers().containsKey(routed.pathValue("phone"))) {
            throw unknown(routed.request(), routed.pathValue("phone"));
        }
        if (routed.pathValues().containsKey("phone")) {
            permit(Trouble.TOKEN_WITHOUT_MESSAGING);
        }
        if (routed.pathValues().containsKey("account")) {
            account(routed.request(), routed.pathValue("account"));
        }
        return route.answer().apply(routed);
    }

    private void permit(Trouble lacking) {
        if (state.faults().troubles().has(lacking)) {
            throw new Refusal(ApiError.NO_PERMISSION);
        }
    }

    private void account(Request request, String id) {
        permit(Trouble.TOKEN_WITHOUT_MANAGEMENT);
        if (!id.equals(state.settings().businessAccountId())) {
            throw unknown(request, id);
        }
        if (!state.takeManagement()) {
            throw new Refusal(ApiError.ACCOUNT_LIMIT);
        }
    }

    /** Handles a call on an object by its id. The type of the object decides the handler. */
    private Response node(Request request) {
        String[] path = request.path().split("/");
        String id = path.length > 2 ? path[2] : "";
        if (path.length != 3) {
            throw unknown(request, id);
        }
        var routed = new RoutedRequest(request, Map.of("group", id));
        String method = request.method();
        @Nullable
        BusinessNumber number = state.numbers().get(id);
        Optional<StoredMedia> file = state.media().find(id);
        if (number != null && !method.equals("DELETE")) {
            return method.equals("GET") ? numbers.get(routed, number) : numbers.override(routed, number);
        }
        if (file.isPresent() && !method.equals("POST")) {
            return method.equals("GET") ? media.get(routed, file.get()) : media.delete(file.get());
        }
        if (method.equals("GET") && id.equals(state.settings().businessAccountId())) {
            account(request, id);
            return analytics.get(routed);
        }
        if (!GROUP.matcher(id).matches()) {
            throw unknown(request, id);
        }
        return switch (method) {
            case "GET" -> groups.get(routed);
            case "POST" -> settings.update(routed);
            case "DELETE" -> groups.delete(routed);
            default -> throw unknown(request, id);
        };
    }

    private static Refusal unknown(Request request, String id) {
        return new Refusal(ApiError.unknownObject(request.method().toLowerCase(Locale.ROOT), id));
    }
}
