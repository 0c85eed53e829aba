package dev.tertulia.emulator;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;

class TemplatesTest {
    private final Stage stage = new Stage();

    private String lastText() {
        return stage.whatsApp.transcript(stage.group).getLast().text();
    }

    @Test
    void anyNameIsAcceptedWhileTheAccountHasNone() {
        stage.send(stage.template("welcome", "Ana", "Monday"));

        ChatMessage bubble = stage.whatsApp.transcript(stage.group).getLast();
        assertThat(bubble.kind()).isEqualTo("template");
        assertThat(bubble.template()).isEqualTo("welcome");
        assertThat(bubble.text()).isEqualTo("welcome: Ana, Monday");
    }

    @Test
    void peopleReadItFilledIn() {
        stage.whatsApp.templates().add("welcome", "en", "Welcome, {{1}}! See you on {{2}}.");

        stage.send(stage.template("welcome", "Ana $1", "Monday"));

        assertThat(lastText()).isEqualTo("Welcome, Ana $1! See you on Monday.");
    }

    @Test
    void parametersMayHaveNames() {
        stage.whatsApp.templates().add("welcome", "en", "Welcome, {{name}}!");
        var parameter = Json.object("type", "text", "parameter_name", "name", "text", "Ana");

        stage.send(stage.toGroup("template", Json.object("name", "welcome", "language", Json.object("code", "en"),
                "components", List.of(Json.object("type", "body", "parameters", List.of(parameter))))));

        assertThat(lastText()).isEqualTo("Welcome, Ana!");
    }

    @Test
    void groupIdBecomesTheInviteLink() {
        var parameter = Json.object("type", "group_id", "group_id", stage.group);

        stage.send(stage.toGroup("template", Json.object("name", "invite", "language", Json.object("code", "en"),
                "components", List.of(Json.object("type", "body", "parameters", List.of(parameter))))));

        assertThat(lastText()).isEqualTo("invite: " + stage.whatsApp.groups().getFirst().inviteLink());
    }

    @Test
    void unknownNameIsRefusedOnceThereAreTemplates() {
        stage.whatsApp.templates().add("welcome", "en", "Welcome!");

        Response response = stage.send(stage.template("farewell"));

        assertThat(response.status()).isEqualTo(404);
        assertThat(Stage.code(response)).isEqualTo(132001);
    }

    @Test
    void wrongNumberOfParametersIsRefused() {
        stage.whatsApp.templates().add("welcome", "en", "Welcome, {{1}} and {{2}}!");

        Response response = stage.send(stage.template("welcome", "Ana"));

        assertThat(Stage.json(response).at("/error/error_data/details").asText()).isEqualTo(
                "body: number of localizable_params (1) does not match the expected number of params (2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\u2028b", "a\tb", "a     b"})
    void whatIsNotOnOneLineIsRefused(String text) {
        for (String type : List.of("header", "body")) {
            Response response = stage.send(component(Json.object("type", type, "parameters",
                    List.of(Json.object("type", "text", "parameter_name", "day", "text", text)))));

            assertThat(response.status()).isEqualTo(400);
            assertThat(Stage.code(response)).isEqualTo(132018);
        }
        Response button = stage.send(component(Json.object("type", "button", "sub_type", "url", "index", "0",
                "parameters", List.of(Json.object("type", "text", "text", text)))));
        assertThat(Stage.code(button)).isEqualTo(132018);
        assertThat(stage.whatsApp.transcript(stage.group)).noneMatch(bubble -> bubble.kind().equals("template"));
    }

    @Test
    void fourSpacesAndWhatIsNotSeenAreTaken() {
        stage.send(stage.template("welcome", "Ana    B", "x\u200by"));

        assertThat(lastText()).isEqualTo("welcome: Ana    B, x\u200by");
    }

    @Test
    void emptyParametersAreRefused() {
        Response response = stage.send(stage.template("welcome", ""));

        assertThat(Stage.code(response)).isEqualTo(131008);
    }

    private ObjectNode component(ObjectNode component) {
        return stage.toGroup("template", Json.object("name", "welcome", "language", Json.object("code", "en"),
                "components", List.of(component)));
    }

    @Test
    void nobodySignsInWithinAGroup() {
        stage.whatsApp.templates().add("code", "en", "Your code: {{1}}", "AUTHENTICATION");

        Response response = stage.send(stage.template("code", "123"));

        assertThat(Stage.code(response)).isEqualTo(131051);
    }
}
