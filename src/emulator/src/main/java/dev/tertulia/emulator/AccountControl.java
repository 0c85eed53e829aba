package dev.tertulia.emulator;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The part of the control interface that plays Meta's measures against the account, its templates and its numbers. */
final class AccountControl {
    private final World world;
    private final Guard guard;
    private final TemplateCalls templates;

    AccountControl(World world, Guard guard, TemplateCalls templates) {
        this.world = world;
        this.guard = guard;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(Route.control("POST /account", visit -> account(visit.json())),
                Route.control("POST /templates/{name}/{language}/category", this::recategorise),
                Route.control("POST /numbers/{number}/quality", this::quality));
    }

    /** What Meta tells, as it prints it; what a restriction or a ban forbids is refused from now on. */
    private Response account(ObjectNode value) {
        String event = Control.text(value, "event");
        return Control.done(guard, () -> {
            switch (event) {
                case "ACCOUNT_RESTRICTION" -> world.measures().restrict(value.path("restriction_info"));
                case "DISABLED_UPDATE" -> world.measures()
                        .ban(value.path("ban_info").path("waba_ban_state").asText());
                default -> {
                }
            }
            world.postOfAccount("account_update", value);
        });
    }

    private Response recategorise(Visit visit) {
        Template template = world.templates().named(visit.place("name"), visit.place("language"));
        String category = Control.text(visit.json(), "category").toUpperCase(Locale.ROOT);
        return Control.done(guard, () -> templates.recategorise(template, category));
    }

    private Response quality(Visit visit) {
        ObjectNode body = visit.json();
        BusinessNumber number = world.numberOrFirst(visit.place("number"));
        String event = Control.text(body, "event");
        return Control.done(guard, () -> world.postOfAccount("phone_number_quality_update",
                Json.object("display_phone_number", number.display(), "event", event, "current_limit",
                        Json.text(body, "current_limit"))));
    }
}
