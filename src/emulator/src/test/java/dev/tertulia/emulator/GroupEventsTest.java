package dev.tertulia.emulator;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;

class GroupEventsTest {
    private static final String PRINTED_REQUEST = "784D93D0C468593037EA0B1ECA245D9C";

    private final Stage stage = new Stage();

    private Response call(String method, String path, ObjectNode body) {
        return stage.call(method, path, Map.of(), body.toString());
    }

    private static String request(Response response) {
        return Stage.json(response).path("request_id").asText();
    }

    private static ObjectNode participants(String... users) {
        return Json.object("messaging_product", "whatsapp", "participants",
                List.of(users).stream().map(user -> Json.object("user", user)).toList());
    }

    @Test
    void createAnswersARequestAndTheWebhookBringsTheGroup() {
        Response response = stage.post(Stage.PHONE + "/groups", Json.object("messaging_product", "whatsapp", "subject",
                "New Purchase Inquiry", "description",
                "Jim, an existing client, would like to learn about new car purchase options for current year models."));

        GroupView group = stage.whatsApp.groups().getLast();
        Response early = stage.call("GET", group.id(), Map.of(), "");
        JsonNode printed = stage.wire("group_lifecycle_update.create_succeeded", stage.group, group.id(),
                PRINTED_REQUEST, request(response), "https://chat.whatsapp.com/Hk3vQ1d8Zq2LbR7tWm9XcA",
                group.inviteLink());
        assertThat(stage.heard()).containsExactly(printed);
        assertThat(Stage.code(early)).isEqualTo(131041);
        assertThat(stage.call("GET", group.id(), Map.of(), "").status()).isEqualTo(200);
    }

    @Test
    void joinByLink() {
        MemberView member = stage.whatsApp.join(stage.group, "", "16505551299");

        assertThat(stage.heard()).containsExactly(stage.wire("group_participants_update.joined_invite_link.bsuid",
                stage.sheena.userId(), member.userId(), "16505551234", "16505551299"));
    }

    @Test
    void leave() {
        stage.whatsApp.leave(stage.group, stage.sheena.id());

        assertThat(stage.heard()).containsExactly(stage.wire("group_participants_update.participant_left",
                "\"wa_id\": \"16505551234\"",
                "\"wa_id\": \"16505551234\", \"user_id\": \"" + stage.sheena.userId() + "\""));
    }

    @Test
    void removal() {
        stage.whatsApp.join(stage.group, "Ben", "16505551235");
        stage.heard();

        Response response = call("DELETE", stage.group + "/participants", participants("+16505551234", "+16505551235"));

        assertThat(stage.heard()).containsExactly(stage.wire("group_participants_update.remove_succeeded",
                PRINTED_REQUEST, request(response)));
        assertThat(stage.whatsApp.groups().getFirst().members()).isEmpty();
    }

    @Test
    void removalOfWhomIsNotThereFailsInPart() {
        Response response = call("DELETE", stage.group + "/participants", participants("+16505551234", "+16505551235"));

        assertThat(stage.heard().getFirst().at("/groups/0/failed_participants"))
                .isEqualTo(stage.wire("group_participants_update.remove_partially_failed", PRINTED_REQUEST,
                        request(response)).at("/groups/0/failed_participants"));
    }

    @Test
    void removalOfStrangersFailsAltogether() {
        call("DELETE", stage.group + "/participants", participants("+16505550000"));

        JsonNode event = stage.heard().getFirst().at("/groups/0");
        assertThat(event.has("removed_participants")).isFalse();
        assertThat(event.path("failed_participants").toString()).isEqualTo("[{\"input\":\"+16505550000\"}]");
        assertThat(event.at("/errors/0/code").asInt()).isEqualTo(131212);
    }

    @Test
    void changeOfSubject() {
        Response response = stage.post(stage.group,
                Json.object("messaging_product", "whatsapp", "subject", "Watch Enthusiasts"));

        assertThat(stage.heard()).containsExactly(stage.wire("group_settings_update.succeeded.subject_only",
                PRINTED_REQUEST, request(response)));
        assertThat(stage.whatsApp.groups().getFirst().subject()).isEqualTo("Watch Enthusiasts");
    }

    @Test
    void deletion() {
        Response response = stage.call("DELETE", stage.group, Map.of(), "");

        JsonNode event = stage.heard().getFirst();
        assertThat(response.text()).isEqualTo("{\"success\":true}");
        assertThat(event).isEqualTo(stage.wire("group_lifecycle_update.delete_succeeded", PRINTED_REQUEST,
                event.at("/groups/0/request_id").asText()));
        assertThat(stage.whatsApp.groups()).isEmpty();
    }

    @Test
    void suspensionStopsTheBotUntilItIsCleared() {
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
        stage.heard();

        stage.whatsApp.suspend(stage.group, true);
        Response refused = stage.sendText("hello");
        stage.whatsApp.suspend(stage.group, false);

        assertThat(stage.heard()).containsExactly(stage.wire("group_status_update.suspended"),
                stage.wire("group_status_update.suspension_cleared"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(Stage.code(refused)).isEqualTo(131207);
        assertThat(stage.sendText("hello").status()).isEqualTo(200);
    }
}
