package dev.tertulia.emulator;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Meta's side of the calls on the business's phone numbers. */
final class NumberCalls {
    private static final String USUAL_FIELDS = "id,display_phone_number,verified_name,quality_rating";

    private final World world;

    NumberCalls(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(
                Route.graph("GET /{account}/phone_numbers",
                        visit -> Paging.of(visit, world.numbers().values().stream()
                                .map(number -> visit.selected(printed(number), USUAL_FIELDS)).toList())),
                Route.graph("GET /{phone}/whatsapp_business_profile", this::profile),
                Route.graph("POST /{phone}/whatsapp_business_profile", this::changeProfile));
    }

    Response get(Visit visit, BusinessNumber number) {
        return Response.ok(visit.selected(printed(number), USUAL_FIELDS));
    }

    private ObjectNode printed(BusinessNumber number) {
        return Json.object("verified_name", "Emulated Business", "code_verification_status", "VERIFIED",
                "display_phone_number", "+" + number.display(), "quality_rating", "GREEN", "status", "CONNECTED",
                "platform_type", "CLOUD_API", "throughput", Json.object("level", number.throughputLevel()),
                "messaging_limit_tier", "TIER_UNLIMITED", "is_official_business_account", true,
                "webhook_configuration", webhook(number), "health_status", health(number), "id", number.id());
    }

    private ObjectNode webhook(BusinessNumber number) {
        return Json.object("application", address(world.mailroom().target()), "phone_number",
                address(number.override()));
    }

    private static @Nullable String address(@Nullable WebhookTarget target) {
        return target instanceof HttpWebhooks ? target.toString() : null;
    }

    private ObjectNode health(BusinessNumber number) {
        return Json.object("can_send_message", "AVAILABLE", "entities",
                List.of(able("PHONE_NUMBER", number.id()), able("WABA", world.settings().businessAccountId())));
    }

    private static ObjectNode able(String type, String id) {
        return Json.object("entity_type", type, "id", id, "can_send_message", "AVAILABLE");
    }

    /** Sends the number's webhooks elsewhere; an empty address ends that. */
    Response override(Visit visit, BusinessNumber number) {
        ObjectNode body = visit.json();
        @Nullable
        String uri = Json.text(body.path("webhook_configuration"), "override_callback_uri");
        if (uri == null) {
            throw new Refusal(GraphError.parameter("The parameter webhook_configuration is required."));
        }
        number.override(uri.isEmpty()
                ? null
                : world.asked(URI.create(uri), Json.text(body.path("webhook_configuration"), "verify_token")));
        return Response.ok(Json.object("success", true));
    }

    private Response profile(Visit visit) {
        ObjectNode profile = world.number(visit.place("phone")).profile().deepCopy();
        return Response.ok(Json.object("data",
                List.of(visit.selected(profile, "").put("messaging_product", "whatsapp"))));
    }

    private Response changeProfile(Visit visit) {
        ObjectNode body = visit.json();
        body.retain("about", "address", "description", "email", "profile_picture_url", "websites", "vertical");
        world.number(visit.place("phone")).profile().setAll(body);
        return Response.ok(Json.object("success", true));
    }
}
