package dev.tertulia.emulator;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;
import dev.tertulia.emulator.lock.StateLock;

/** Control interface: Meta's measures against the account, its templates and its numbers. */
final class AccountControl {
    private final EmulatorState state;
    private final StateLock lock;
    private final TemplateCalls templates;

    AccountControl(EmulatorState state, StateLock lock, TemplateCalls templates) {
        this.state = state;
        this.lock = lock;
        this.templates = templates;
    }

    List<Route> routes() {
        return List.of(Route.control("POST /account", routed -> account(routed.json())),
                Route.control("POST /templates/{name}/{language}/category", this::recategorise),
                Route.control("POST /numbers/{number}/quality", this::quality));
    }

    /** Sends an account update in Meta's format. Messages that a restriction or a ban forbids are refused from then on. */
    private Response account(ObjectNode value) {
        String event = Json.required(value, "event");
        return StateChange.apply(lock, () -> {
            switch (event) {
                case "ACCOUNT_RESTRICTION" -> state.restrictions().restrict(value.path("restriction_info"));
                case "DISABLED_UPDATE" -> state.restrictions()
                        .ban(value.path("ban_info").path("waba_ban_state").asText());
                default -> {
                }
            }
            state.postOfAccount("account_update", value);
        });
    }

    private Response recategorise(RoutedRequest routed) {
        Template template = state.templates().named(routed.pathValue("name"), routed.pathValue("language"));
        String category = Json.required(routed.json(), "category").toUpperCase(Locale.ROOT);
        return StateChange.apply(lock, () -> templates.recategorise(template, category));
    }

    private Response quality(RoutedRequest routed) {
        ObjectNode body = routed.json();
        BusinessNumber number = state.numberOrFirst(routed.pathValue("number"));
        String event = Json.required(body, "event");
        return StateChange.apply(lock, () -> state.postOfAccount("phone_number_quality_update",
                Json.object("display_phone_number", number.display(), "event", event, "current_limit",
                        Json.text(body, "current_limit"))));
    }
}
