package dev.tertulia.emulator;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;

class TemplateStatusTest {
    private static final String PATH = "102290129340398/message_templates";

    private final Stage stage = new Stage();

    private Response create(ObjectNode body) {
        return stage.post(PATH, body);
    }

    private static ObjectNode welcome() {
        return Json.object("name", "welcome", "category", "UTILITY", "language", "en", "components",
                List.of(Json.object("type", "HEADER", "format", "TEXT", "text", "Hello {{1}}"),
                        Json.object("type", "BODY", "text", "See you on {{1}}."),
                        Json.object("type", "FOOTER", "text", "Yours")));
    }

    private JsonNode decide(String status) {
        return Stage.json(stage.whatsApp.handle(new Request("POST", "/emulator/templates/welcome/en/status", Map.of(),
                Map.of(), Json.bytes(Json.object("status", status)))));
    }

    @Test
    void newOneIsUnknownUntilItIsApproved() {
        create(welcome());

        int before = Stage.code(stage.send(stage.template("welcome", "Monday")));
        decide("APPROVED");
        int after = Stage.code(stage.send(stage.template("welcome", "Monday")));

        assertThat(before).isEqualTo(132001);
        assertThat(after).as("the header's place is not filled").isEqualTo(132000);
    }

    @Test
    void approvalIsTold() {
        String id = Stage.json(create(Json.object("name", "group_invite", "category", "UTILITY", "language", "en",
                "library_template_name", "group_invite_link"))).path("id").asText();

        assertThat(stage.heard()).containsExactly(
                stage.wire("message_template_status_update.approved", "1689556908129832", id));
    }

    @ParameterizedTest
    @CsvSource({"PAUSED,132015", "DISABLED,132016", "REJECTED,132001", "PENDING,132001"})
    void sendingFailsWithItsOwnCode(String status, int code) {
        stage.whatsApp.templates().add("welcome", "en", "Welcome!");

        decide(status);

        assertThat(Stage.code(stage.send(stage.template("welcome")))).isEqualTo(code);
        assertThat(stage.heard().getFirst().path("event").asText()).isEqualTo(status);
    }

    @Test
    void headerAndFooterAreRead() {
        create(welcome());
        decide("APPROVED");
        ObjectNode message = stage.template("welcome", "Monday");
        ((ObjectNode) message.path("template")).withArray("components").add(Json.object("type", "header", "parameters",
                List.of(Json.object("type", "text", "text", "Ana"))));

        stage.send(message);

        assertThat(stage.whatsApp.transcript(stage.group).getLast().text())
                .isEqualTo("Hello Ana\nSee you on Monday.\nYours");
    }

    @Test
    void positionForANameIsAMismatch() {
        stage.whatsApp.templates().add("welcome", "en", "Welcome, {{name}}!");

        assertThat(Stage.code(stage.send(stage.template("welcome", "Ana")))).isEqualTo(132012);
    }

    @Test
    void textThatIsTooLong() {
        stage.whatsApp.templates().add("welcome", "en", "Welcome, {{1}}!");

        assertThat(Stage.code(stage.send(stage.template("welcome", "x".repeat(1024))))).isEqualTo(132005);
    }

    @Test
    void listIsFiltered() {
        stage.whatsApp.templates().add("welcome", "en", "Welcome!", "MARKETING");
        stage.whatsApp.templates().add("welcome", "es", "¡Hola!");

        Response listed = stage.call("GET", PATH, Map.of("name", "welcome", "category", "marketing"), "");

        assertThat(Stage.json(listed).path("data")).extracting(one -> one.path("language").asText())
                .containsExactly("en");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "name | Big Sale | name must have 1 to 512 lower-case letters, digits and underscores.",
            "category | NEWS | category must be one of {MARKETING, UTILITY, AUTHENTICATION}.",
            "components | x | components must have one of type BODY.",
            "language | | The parameter language is required."})
    void templateThatCannotBeCreated(String key, String value, String details) {
        Response refused = create(welcome().put(key, value));

        assertThat(Stage.json(refused).at("/error/error_data/details").asText()).isEqualTo(details);
    }

    @Test
    void sameNameAndLanguageIsTaken() {
        create(welcome());

        assertThat(Stage.json(create(welcome())).at("/error/error_data/details").asText())
                .isEqualTo("There is already en content for this template.");
    }

    @Test
    void statusThatThereIsNot() {
        stage.whatsApp.templates().add("welcome", "en", "Welcome!");

        assertThat(decide("FINE").path("error").asText()).isEqualTo(
                "There is no status 'FINE'. A template is one of [APPROVED, PENDING, REJECTED, PAUSED, DISABLED].");
    }
}
