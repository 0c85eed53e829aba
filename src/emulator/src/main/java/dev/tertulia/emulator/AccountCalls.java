package dev.tertulia.emulator;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;

/** Graph API calls that subscribe an app to the account's webhooks. */
final class AccountCalls {
    private final EmulatorState state;

    AccountCalls(EmulatorState state) {
        this.state = state;
    }

    List<Route> routes() {
        return List.of(Route.graph("POST /{account}/subscribed_apps", this::subscribe),
                Route.graph("GET /{account}/subscribed_apps", routed -> list()),
                Route.graph("DELETE /{account}/subscribed_apps", routed -> success()),
                Route.graph("POST /{app}/subscriptions", this::choose));
    }

    private static Response success() {
        return Response.ok(Json.object("success", true));
    }

    /** Subscribes the app. An address in the body becomes the target of all webhooks. */
    private Response subscribe(RoutedRequest routed) {
        @Nullable
        String uri = Json.text(routed.json(), "override_callback_uri");
        if (uri != null) {
            state.webhooks()
                    .target(state.targets().requested(URI.create(uri), Json.text(routed.json(), "verify_token")));
        }
        return success();
    }

    private static Response list() {
        return Response.ok(Json.object("data", List.of(Json.object("whatsapp_business_api_data",
                Json.object("id", "670843887433847", "name", "Emulated App", "link", "http://127.0.0.1")))));
    }

    /** Validates the call. All fields are always subscribed. */
    private Response choose(RoutedRequest routed) {
        var query = routed.request().query();
        if (!"whatsapp_business_account".equals(query.get("object"))) {
            throw new Refusal(ApiError.parameter("object must be whatsapp_business_account."));
        }
        if (query.getOrDefault("fields", "").isBlank()) {
            throw new Refusal(ApiError.parameter("The parameter fields is required."));
        }
        if (query.containsKey("callback_url")) {
            state.targets().requested(URI.create(query.get("callback_url")), query.get("verify_token"));
        }
        return success();
    }
}
