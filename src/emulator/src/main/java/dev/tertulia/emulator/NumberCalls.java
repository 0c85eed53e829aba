package dev.tertulia.emulator;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;
import dev.tertulia.emulator.webhook.HttpWebhooks;
import dev.tertulia.emulator.webhook.WebhookTarget;

/** Graph API calls on the business's phone numbers. */
final class NumberCalls {
    private static final String USUAL_FIELDS = "id,display_phone_number,verified_name,quality_rating";

    private final EmulatorState state;

    NumberCalls(EmulatorState state) {
        this.state = state;
    }

    List<Route> routes() {
        return List.of(
                Route.graph("GET /{account}/phone_numbers",
                        routed -> Paging.of(routed, state.numbers().values().stream()
                                .map(number -> routed.selected(printed(number), USUAL_FIELDS)).toList())),
                Route.graph("GET /{phone}/whatsapp_business_profile", this::profile),
                Route.graph("POST /{phone}/whatsapp_business_profile", this::changeProfile));
    }

    Response get(RoutedRequest routed, BusinessNumber number) {
        return Response.ok(routed.selected(printed(number), USUAL_FIELDS));
    }

    private ObjectNode printed(BusinessNumber number) {
        Troubles troubles = state.faults().troubles();
        return Json.object("verified_name", "Emulated Business", "code_verification_status", "VERIFIED",
                "display_phone_number", "+" + number.display(), "quality_rating", quality(troubles), "status",
                troubles.has(Trouble.NUMBER_DISCONNECTED) ? "DISCONNECTED" : "CONNECTED", "platform_type", "CLOUD_API",
                "throughput", Json.object("level", number.throughputLevel()), "messaging_limit_tier", "TIER_UNLIMITED",
                "is_official_business_account", !troubles.has(Trouble.NOT_OFFICIAL), "webhook_configuration",
                webhook(number), "health_status", new NumberHealth(state, number).printed(), "id", number.id());
    }

    private ObjectNode webhook(BusinessNumber number) {
        return Json.object("application", address(state.webhooks().target()), "phone_number",
                address(number.override()));
    }

    private static @Nullable String address(@Nullable WebhookTarget target) {
        return target instanceof HttpWebhooks ? target.toString() : null;
    }

    private static String quality(Troubles troubles) {
        if (troubles.has(Trouble.QUALITY_LOW)) {
            return "RED";
        }
        return troubles.has(Trouble.QUALITY_MEDIUM) ? "YELLOW" : "GREEN";
    }

    /** Sets the number's own webhook address. An empty address removes it. */
    Response override(RoutedRequest routed, BusinessNumber number) {
        ObjectNode body = routed.json();
        @Nullable
        String uri = Json.text(body.path("webhook_configuration"), "override_callback_uri");
        if (uri == null) {
            throw new Refusal(ApiError.parameter("The parameter webhook_configuration is required."));
        }
        number.override(uri.isEmpty()
                ? null
                : state.targets().requested(URI.create(uri),
                        Json.text(body.path("webhook_configuration"), "verify_token")));
        return Response.ok(Json.object("success", true));
    }

    private Response profile(RoutedRequest routed) {
        ObjectNode profile = state.number(routed.pathValue("phone")).profile().deepCopy();
        return Response.ok(Json.object("data",
                List.of(routed.selected(profile, "").put("messaging_product", "whatsapp"))));
    }

    private Response changeProfile(RoutedRequest routed) {
        ObjectNode body = routed.json();
        body.retain("about", "address", "description", "email", "profile_picture_url", "websites", "vertical");
        state.number(routed.pathValue("phone")).profile().setAll(body);
        return Response.ok(Json.object("success", true));
    }
}
