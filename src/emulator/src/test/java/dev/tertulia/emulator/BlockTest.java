package dev.tertulia.emulator;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;

class BlockTest {
    private static final String PATH = Stage.PHONE + "/block_users";
    private static final String SHEENA = "{\"block_users\":[{\"user\":\"+16505551234\"}]}";

    private final Stage stage = new Stage();

    private void write() {
        stage.whatsApp.handle(new Request("POST", "/emulator/people/16505551234/messages", Map.of(), Map.of(),
                "{\"text\":\"hello\"}".getBytes()));
    }

    private JsonNode blocked() {
        return Stage.json(stage.call("GET", PATH, Map.of(), "")).path("data");
    }

    @Test
    void whoIsBlockedWritesInVain() {
        write();
        stage.heard();

        Response blocked = stage.call("POST", PATH, Map.of(), SHEENA);
        write();

        assertThat(blocked.status()).isEqualTo(200);
        assertThat(stage.heard()).isEmpty();
        assertThat(blocked().at("/0/wa_id").asText()).isEqualTo("16505551234");
    }

    @Test
    void unblockedOnesAreHeardAgain() {
        write();
        stage.call("POST", PATH, Map.of(), SHEENA);
        stage.heard();

        stage.call("DELETE", PATH, Map.of(), SHEENA);
        write();

        assertThat(stage.heard()).hasSize(1);
        assertThat(blocked()).isEmpty();
    }

    @Test
    void whoDidNotWriteCannotBeBlocked() {
        Response refused = stage.call("POST", PATH, Map.of(), SHEENA);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(Stage.code(refused)).isEqualTo(139100);
        assertThat(blocked()).isEmpty();
    }

    @Test
    void nobodyIsNamed() {
        assertThat(Stage.code(stage.call("POST", PATH, Map.of(), "{}"))).isEqualTo(131008);
    }

    @Test
    void userIdsBlockAndUnblockToo() {
        write();
        String body = Json.object("block_users", List.of(Json.object("user_id", stage.sheena.userId()))).toString();

        Response blocked = stage.call("POST", PATH, Map.of(), body);
        stage.heard();
        write();
        boolean unheard = stage.heard().isEmpty();
        JsonNode listed = blocked();
        stage.call("DELETE", PATH, Map.of(), body);
        write();

        assertThat(Stage.json(blocked).at("/block_users/added_users")).isEqualTo(Json.tree(
                List.of(Json.object("input", stage.sheena.userId(), "user_id", stage.sheena.userId()))));
        assertThat(unheard).isTrue();
        assertThat(listed.at("/0/user_id").asText()).isEqualTo(stage.sheena.userId());
        assertThat(stage.heard()).hasSize(1);
    }

    @Test
    void whoIsBlockedStaysSoWithoutAPhoneNumber() {
        write();
        stage.call("POST", PATH, Map.of(), SHEENA);
        stage.heard();

        stage.whatsApp.hideNumber(stage.group, stage.sheena.id());
        stage.whatsApp.privateChat(Stage.PHONE, stage.sheena.id()).say("hello");

        assertThat(stage.heard()).isEmpty();
        assertThat(blocked().path(0).has("wa_id")).isFalse();
    }
}
