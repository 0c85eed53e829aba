package dev.tertulia.emulator;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TemplatesTest {
    private final Stage stage = new Stage();

    private String lastText() {
        return stage.cloud.transcript(stage.group).getLast().text();
    }

    @Test
    void anyNameIsAcceptedWhileTheAccountHasNone() {
        stage.send(stage.template("welcome", "Ana", "Monday"));

        Bubble bubble = stage.cloud.transcript(stage.group).getLast();
        assertThat(bubble.kind()).isEqualTo("template");
        assertThat(bubble.template()).isEqualTo("welcome");
        assertThat(bubble.text()).isEqualTo("welcome: Ana, Monday");
    }

    @Test
    void peopleReadItFilledIn() {
        stage.cloud.templates().add("welcome", "en", "Welcome, {{1}}! See you on {{2}}.");

        stage.send(stage.template("welcome", "Ana $1", "Monday"));

        assertThat(lastText()).isEqualTo("Welcome, Ana $1! See you on Monday.");
    }

    @Test
    void parametersMayHaveNames() {
        stage.cloud.templates().add("welcome", "en", "Welcome, {{name}}!");
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

        assertThat(lastText()).isEqualTo("invite: " + stage.cloud.groups().getFirst().inviteLink());
    }

    @Test
    void unknownNameIsRefusedOnceThereAreTemplates() {
        stage.cloud.templates().add("welcome", "en", "Welcome!");

        Response response = stage.send(stage.template("farewell"));

        assertThat(response.status()).isEqualTo(404);
        assertThat(Stage.code(response)).isEqualTo(132001);
    }

    @Test
    void wrongNumberOfParametersIsRefused() {
        stage.cloud.templates().add("welcome", "en", "Welcome, {{1}} and {{2}}!");

        Response response = stage.send(stage.template("welcome", "Ana"));

        assertThat(Stage.json(response).at("/error/error_data/details").asText()).isEqualTo(
                "body: number of localizable_params (1) does not match the expected number of params (2)");
    }

    @Test
    void nobodySignsInWithinAGroup() {
        stage.cloud.templates().add("code", "en", "Your code: {{1}}", "AUTHENTICATION");

        Response response = stage.send(stage.template("code", "123"));

        assertThat(Stage.code(response)).isEqualTo(131051);
    }
}
