package dev.tertulia.emulator;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;

/** The health status of a number, in Meta's format: whether it and everything it depends on can send. */
record NumberHealth(EmulatorState state, BusinessNumber number) {
    private static final String BUSINESS = "506914307656634";
    private static final String AVAILABLE = "AVAILABLE";
    private static final String LIMITED = "LIMITED";
    private static final String BLOCKED = "BLOCKED";

    ObjectNode printed() {
        List<ObjectNode> entities = List.of(phone(), account(), able("BUSINESS", BUSINESS), app());
        String worst = Stream.of(BLOCKED, LIMITED).filter(level -> entities.stream()
                .anyMatch(entity -> entity.path("can_send_message").asText().equals(level))).findFirst()
                .orElse(AVAILABLE);
        return Json.object("can_send_message", worst, "entities", entities);
    }

    private ObjectNode phone() {
        ObjectNode phone = able("PHONE_NUMBER", number.id());
        return state.faults().troubles().has(Trouble.NUMBER_LIMITED)
                ? phone.put("can_send_message", LIMITED).setAll(Json.object("additional_info",
                        List.of("Your display name has not been approved yet. Your message limit will increase after"
                                + " the display name is approved.")))
                : phone;
    }

    private ObjectNode account() {
        ObjectNode account = able("WABA", state.settings().businessAccountId());
        return state.faults().troubles().has(Trouble.PAYMENT_METHOD_MISSING)
                ? blocked(account, 141006, "There is an error with the payment method. This will block business"
                        + " initiated conversations.",
                        "There was an error with your payment method. Please add a new payment method to the account.")
                : account;
    }

    private ObjectNode app() {
        ObjectNode app = able("APP", AppSubscription.APP);
        return state.faults().troubles().has(Trouble.APP_BLOCKED)
                ? blocked(app, 141010, "The app is not live.", "Publish the app in the App Dashboard.")
                : app;
    }

    private static ObjectNode blocked(ObjectNode entity, int code, String description, String solution) {
        return entity.put("can_send_message", BLOCKED).setAll(Json.object("errors", List.of(Json.object("error_code",
                code, "error_description", description, "possible_solution", solution))));
    }

    private static ObjectNode able(String type, String id) {
        return Json.object("entity_type", type, "id", id, "can_send_message", AVAILABLE);
    }
}
