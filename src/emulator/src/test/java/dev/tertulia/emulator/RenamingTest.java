package dev.tertulia.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** People change their number, or hide it, and the business hears of it as Meta tells it. */
class RenamingTest {

    private final Stage stage = new Stage();

    private JsonNode says(String text) {
        stage.whatsApp.say(stage.group, stage.sheena.id(), text);
        return stage.heard().getLast();
    }

    @Test
    void aNewNumberIsToldOutsideOfGroupsWithANewUserId() {
        MemberView renamed = stage.whatsApp.changeNumber(stage.group, stage.sheena.id(), "+1 219 555 5358");

        assertThat(renamed.userId()).isNotEqualTo(stage.sheena.userId());
        List<JsonNode> heard = stage.heard();
        assertThat(heard).hasSize(1);
        assertThat(heard.getFirst().has("contacts")).isFalse();
        JsonNode message = heard.getFirst().at("/messages/0");
        assertThat(message.has("group_id")).isFalse();
        assertThat(message.path("from").asText()).isEqualTo("16505551234");
        assertThat(message.path("from_user_id").asText()).isEqualTo(stage.sheena.userId());
        assertThat(message.path("type").asText()).isEqualTo("system");
        assertThat(message.path("system")).isEqualTo(Json.object("type", "user_changed_number", "body",
                "User Sheena Nelson changed from 16505551234 to 12195555358", "wa_id", "12195555358", "user_id",
                renamed.userId(), "previous_user_id", stage.sheena.userId()));
    }

    @Test
    void whoIsRenamedWritesUnderTheNewNameAndIsRemovedByIt() {
        stage.whatsApp.changeNumber(stage.group, stage.sheena.id(), "12195555358");
        stage.heard();

        assertThat(says("hi").at("/messages/0/from").asText()).isEqualTo("12195555358");

        stage.call("DELETE", stage.group + "/participants", Map.of(),
                "{\"participants\":[{\"user\":\"12195555358\"}]}");
        assertThat(stage.heard().getFirst().at("/groups/0/removed_participants/0/input").asText())
                .isEqualTo("12195555358");
    }

    @Test
    void whoHidesTheNumberIsKnownByUserIdAndUsername() {
        stage.whatsApp.hideNumber(stage.group, stage.sheena.id());

        JsonNode value = says("hi");

        assertThat(value.at("/messages/0").has("from")).isFalse();
        assertThat(value.at("/messages/0/from_user_id").asText()).isEqualTo(stage.sheena.userId());
        assertThat(value.at("/contacts/0").has("wa_id")).isFalse();
        assertThat(value.at("/contacts/0/profile/username").asText()).isEqualTo("@sheenanelson");
    }

    @Test
    void aNumberThatIsHiddenChangesUnseen() {
        stage.whatsApp.hideNumber(stage.group, stage.sheena.id());

        MemberView renamed = stage.whatsApp.changeNumber(stage.group, stage.sheena.id(), null);

        JsonNode message = stage.heard().getLast().at("/messages/0");
        assertThat(message.has("from")).isFalse();
        assertThat(message.path("system")).isEqualTo(Json.object("type", "user_changed_user_id", "body",
                "User Sheena Nelson changed from " + stage.sheena.userId() + " to " + renamed.userId(), "user_id",
                renamed.userId(), "previous_user_id", stage.sheena.userId()));
    }

    @Test
    void theControlsDoTheSame() {
        Response renamed = stage.whatsApp.handle(new Request("POST", "/emulator/people/m1/number", Map.of(), Map.of(),
                "{\"phone\":\"12195555358\"}".getBytes(StandardCharsets.UTF_8)));
        Response hidden = stage.whatsApp.handle(new Request("DELETE", "/emulator/people/m1/number", Map.of(), Map.of(),
                new byte[0]));

        assertThat(Stage.json(renamed).path("phone").asText()).isEqualTo("12195555358");
        assertThat(Stage.json(hidden).path("phone").asText()).isEmpty();
        assertThat(stage.heard()).hasSize(1);
    }

    @Test
    void aNumberIsOnesAlone() {
        stage.whatsApp.join(stage.group, "Ben", "12195555358");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.whatsApp.changeNumber(stage.group, stage.sheena.id(), "12195555358"))
                .withMessage("Another person has the number 12195555358.");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> stage.whatsApp.changeNumber(stage.group, "m9", "12195555359"));
    }
}
