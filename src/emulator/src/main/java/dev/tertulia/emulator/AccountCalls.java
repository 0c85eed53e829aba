package dev.tertulia.emulator;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;

/** Graph API calls that subscribe an app to the account's webhooks. Webhooks are sent whatever is subscribed. */
final class AccountCalls {
    private final EmulatorState state;

    AccountCalls(EmulatorState state) {
        this.state = state;
    }

    List<Route> routes() {
        return List.of(Route.graph("POST /{account}/subscribed_apps", this::subscribe),
                Route.graph("GET /{account}/subscribed_apps", routed -> list()),
                Route.graph("DELETE /{account}/subscribed_apps", routed -> unsubscribe()),
                Route.graph("GET /{app}/subscriptions", this::subscriptions),
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
        subscription().subscribed(true);
        return success();
    }

    private Response unsubscribe() {
        subscription().subscribed(false);
        return success();
    }

    private Response list() {
        boolean subscribed = subscription().subscribed()
                && !state.faults().troubles().has(Trouble.APP_NOT_SUBSCRIBED);
        return Response.ok(Json.object("data", subscribed
                ? List.of(Json.object("whatsapp_business_api_data",
                        Json.object("id", AppSubscription.APP, "name", "Emulated App", "link", "http://127.0.0.1")))
                : List.of()));
    }

    /** Returns the app's webhook and its fields. Meta requires the app's own token. */
    private Response subscriptions(RoutedRequest routed) {
        String token = String.valueOf(routed.request().bearer());
        if (!token.endsWith("|" + state.settings().appSecret())) {
            throw new Refusal(ApiError.APP_TOKEN_NEEDED);
        }
        if (!routed.pathValue("app").equals(AppSubscription.APP)) {
            throw new Refusal(ApiError.unknownObject("get", routed.pathValue("app")));
        }
        Troubles troubles = state.faults().troubles();
        List<ObjectNode> fields = subscription().fields().stream()
                .filter(field -> !field.startsWith("group_") || !troubles.has(Trouble.FIELDS_MISSING))
                .map(field -> Json.object("name", field, "version", "v25.0")).toList();
        return Response.ok(Json.object("data",
                List.of(Json.object("object", "whatsapp_business_account", "callback_url",
                        String.valueOf(state.webhooks().target()), "active",
                        !troubles.has(Trouble.WEBHOOK_INACTIVE), "fields", fields))));
    }

    /** Chooses the fields, and the address of all webhooks if there is one. */
    private Response choose(RoutedRequest routed) {
        var query = routed.request().query();
        if (!"whatsapp_business_account".equals(query.get("object"))) {
            throw new Refusal(ApiError.parameter("object must be whatsapp_business_account."));
        }
        if (query.getOrDefault("fields", "").isBlank()) {
            throw new Refusal(ApiError.parameter("The parameter fields is required."));
        }
        if (query.containsKey("callback_url")) {
            state.webhooks().target(
                    state.targets().requested(URI.create(query.get("callback_url")), query.get("verify_token")));
        }
        subscription().fields(List.of(query.get("fields").split(",")));
        return success();
    }

    private AppSubscription subscription() {
        return state.targets().subscription();
    }
}
