package dev.tertulia.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;

import static org.assertj.core.api.Assertions.assertThat;

/** Meta takes measures against the account, and tells. */
class AccountControlTest {
    private static final int RESTRICTED = 368;

    private final Stage stage = new Stage();

    private JsonNode control(String path, ObjectNode body) {
        return Stage.json(stage.whatsApp.handle(
                new Request("POST", "/emulator/" + path, Map.of(), Map.of(), Json.bytes(body))));
    }

    private int sends(ObjectNode message) {
        return Stage.code(stage.send(message));
    }

    private static ObjectNode ban(String state) {
        return Json.object("event", "DISABLED_UPDATE", "ban_info", Json.object("waba_ban_state", state));
    }

    @Test
    void aRestrictionForbidsTemplatesUntilItEnds() {
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
        stage.heard();
        ObjectNode value = Json.object("event", "ACCOUNT_RESTRICTION", "restriction_info",
                List.of(Json.object("restriction_type", "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration",
                        Stage.START.plusSeconds(3_600).getEpochSecond())));

        control("account", value);

        assertThat(stage.heard()).extracting(JsonNode::toString).containsExactly(value.toString());
        assertThat(sends(stage.template("welcome"))).isEqualTo(RESTRICTED);
        assertThat(sends(stage.text("hi"))).isZero();
        stage.whatsApp.clock().advance(Duration.ofHours(1));
        assertThat(sends(stage.template("welcome"))).isZero();
    }

    @Test
    void aDisabledAccountSendsNothingUntilItIsReinstated() {
        control("account", ban("SCHEDULE_FOR_DISABLE"));
        assertThat(sends(stage.template("welcome"))).isZero();

        control("account", ban("DISABLE"));
        assertThat(sends(stage.template("welcome"))).isEqualTo(RESTRICTED);

        control("account", ban("REINSTATE"));
        assertThat(sends(stage.template("welcome"))).isZero();
    }

    @Test
    void aTemplateIsRecategorised() {
        stage.whatsApp.templates().add("welcome", "en", "Welcome!");

        control("templates/welcome/en/category", Json.object("category", "marketing"));

        JsonNode told = stage.heard().getFirst();
        assertThat(told.path("previous_category").asText()).isEqualTo("UTILITY");
        assertThat(told.path("new_category").asText()).isEqualTo("MARKETING");
        stage.send(stage.template("welcome"));
        assertThat(stage.heard().get(1).findValue("category").asText()).isEqualTo("group_marketing");
        assertThat(control("templates/welcome/en/category", Json.object("category", "news")).path("error").asText())
                .isEqualTo("There is no category 'NEWS'. A template is one of [AUTHENTICATION, MARKETING, UTILITY].");
    }

    @Test
    void aNumberIsFlagged() {
        control("numbers/" + Stage.PHONE + "/quality", Json.object("event", "FLAGGED"));

        assertThat(stage.heard().getFirst()).isEqualTo(
                Json.object("display_phone_number", "15550783881", "event", "FLAGGED"));
    }
}
