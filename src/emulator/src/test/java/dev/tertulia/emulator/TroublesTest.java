package dev.tertulia.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;

/** What Meta says about token, app and number, and the troubles that show there. */
class TroublesTest {
    private static final String ACCOUNT = "102290129340398";

    private final Stage stage = new Stage();

    private JsonNode get(String path, Map<String, String> query) {
        return Stage.json(stage.call("GET", path, query, ""));
    }

    private JsonNode token() {
        return get("debug_token", Map.of("input_token", "demo-token")).path("data");
    }

    private JsonNode put(String troubles) {
        return Stage.json(stage.whatsApp.handle(new Request("PUT", "/emulator/troubles", Map.of(), Map.of(),
                ("{\"troubles\": " + troubles + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    @Test
    void aTokenIsDescribed() {
        assertThat(token().path("type").asText()).isEqualTo("SYSTEM_USER");
        assertThat(token().path("is_valid").asBoolean()).isTrue();
        assertThat(token().path("expires_at").asLong(1)).isZero();
        assertThat(token().path("scopes")).extracting(JsonNode::asText).contains("whatsapp_business_messaging",
                "whatsapp_business_management");
        assertThat(token().at("/granular_scopes/0/target_ids/0").asText()).isEqualTo(ACCOUNT);
        assertThat(get("debug_token", Map.of("input_token", "another")).at("/data/is_valid").asBoolean(true)).isFalse();
        assertThat(Stage.code(stage.call("GET", "debug_token", Map.of(), ""))).isEqualTo(100);
    }

    @Test
    void aTokenEndsSoon() {
        put("[\"TOKEN_EXPIRES_SOON\"]");

        assertThat(token().path("expires_at").asLong())
                .isEqualTo(Stage.START.plus(Duration.ofDays(5)).getEpochSecond());
    }

    @Test
    void anExpiredTokenOpensNothing() {
        put("[\"TOKEN_EXPIRED\"]");

        assertThat(Stage.code(stage.sendText("hi"))).isEqualTo(190);
    }

    @Test
    void whatATokenMayNotDoIsRefused() {
        put("[\"token_without_messaging\"]");
        assertThat(Stage.code(stage.sendText("hi"))).isEqualTo(10);

        put("[\"TOKEN_WITHOUT_MANAGEMENT\"]");
        assertThat(Stage.code(stage.call("GET", ACCOUNT + "/subscribed_apps", Map.of(), ""))).isEqualTo(10);
        assertThat(token().path("scopes")).extracting(JsonNode::asText).doesNotContain("whatsapp_business_management");
    }

    @Test
    void theSubscriptionOfTheAppIsForItsOwnToken() {
        Response refused = stage.call("GET", "670843887433847/subscriptions", Map.of(), "");
        stage.call("POST", "670843887433847/subscriptions", Map.of("object", "whatsapp_business_account", "fields",
                "messages,group_status_update", "access_token", "x"), "");

        JsonNode webhook = Stage.json(stage.whatsApp.handle(new Request("GET",
                "/v25.0/670843887433847/subscriptions", Map.of(),
                Map.of("authorization", "Bearer 670843887433847|test-app-secret"), new byte[0]))).at("/data/0");
        assertThat(Stage.code(refused)).isEqualTo(15);
        assertThat(webhook.path("active").asBoolean()).isTrue();
        assertThat(webhook.path("fields")).extracting(field -> field.path("name").asText()).containsExactly("messages",
                "group_status_update");
    }

    @Test
    void anAppUnsubscribes() {
        assertThat(get(ACCOUNT + "/subscribed_apps", Map.of()).path("data")).hasSize(1);

        stage.call("DELETE", ACCOUNT + "/subscribed_apps", Map.of(), "");
        assertThat(get(ACCOUNT + "/subscribed_apps", Map.of()).path("data")).isEmpty();
    }

    @Test
    void aNumberThatIsNotOfficialHasNoGroups() {
        put("[\"NOT_OFFICIAL\"]");

        assertThat(Stage.code(stage.post(Stage.PHONE + "/groups", Json.object("subject", "Tea")))).isEqualTo(131215);
        assertThat(get(Stage.PHONE + "/groups", Map.of()).path("data")).isEmpty();
    }

    @Test
    void aMissingPaymentMethodShowsInTheHealthStatus() {
        put("[\"PAYMENT_METHOD_MISSING\", \"NUMBER_LIMITED\"]");

        JsonNode health = get(Stage.PHONE, Map.of("fields", "health_status")).path("health_status");
        assertThat(health.path("can_send_message").asText()).isEqualTo("BLOCKED");
        assertThat(health.path("entities")).extracting(entity -> entity.path("can_send_message").asText())
                .containsExactly("LIMITED", "BLOCKED", "AVAILABLE", "AVAILABLE");
        assertThat(health.at("/entities/1/errors/0/error_code").asInt()).isEqualTo(141006);
    }

    @Test
    void aVersionThatHasEndedIsAnsweredByTheOldestOne() {
        assertThat(List.of("/v25.0/x", "/v19.0/x").stream()
                .map(path -> stage.whatsApp.handle(new Request("GET", path, Map.of(), Map.of(), new byte[0])))
                .map(response -> response.headers().get("facebook-api-version"))).containsExactly("v25.0", "v21.0");
    }

    @Test
    void anUnknownTroubleIsAnsweredWithAll() {
        assertThat(put("[\"RAIN\"]").path("error").asText()).startsWith("There is no trouble 'RAIN'. The troubles are");
        assertThat(put("1").path("error").asText()).startsWith("The body needs 'troubles'");
    }
}
