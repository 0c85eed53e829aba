package dev.tertulia.emulator;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Meta's side of subscribing an app to the account's webhooks. */
final class AccountCalls {
    private final World world;

    AccountCalls(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(Route.graph("POST /{account}/subscribed_apps", this::subscribe),
                Route.graph("GET /{account}/subscribed_apps", visit -> list()),
                Route.graph("DELETE /{account}/subscribed_apps", visit -> success()),
                Route.graph("POST /{app}/subscriptions", this::choose));
    }

    private static Response success() {
        return Response.ok(Json.object("success", true));
    }

    /** With an address in the body, all webhooks go there from now on. */
    private Response subscribe(Visit visit) {
        @Nullable
        String uri = Json.text(visit.json(), "override_callback_uri");
        if (uri != null) {
            world.mailroom().target(world.asked(URI.create(uri), Json.text(visit.json(), "verify_token")));
        }
        return success();
    }

    private static Response list() {
        return Response.ok(Json.object("data", List.of(Json.object("whatsapp_business_api_data",
                Json.object("id", "670843887433847", "name", "Emulated App", "link", "http://127.0.0.1")))));
    }

    /** Every field is always told; a call is only checked. */
    private Response choose(Visit visit) {
        var query = visit.request().query();
        if (!"whatsapp_business_account".equals(query.get("object"))) {
            throw new Refusal(GraphError.parameter("object must be whatsapp_business_account."));
        }
        if (query.getOrDefault("fields", "").isBlank()) {
            throw new Refusal(GraphError.parameter("The parameter fields is required."));
        }
        if (query.containsKey("callback_url")) {
            world.asked(URI.create(query.get("callback_url")), query.get("verify_token"));
        }
        return success();
    }
}
