package dev.tertulia.emulator;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;

/** Operations on groups whose outcome is told later, when it is not the one hoped for. */
class OperationsTest {
    private static final String PRINTED_REQUEST = "784D93D0C468593037EA0B1ECA245D9C";

    private final Stage stage = new Stage();

    private static String request(Response response) {
        return Stage.json(response).path("request_id").asText();
    }

    private void failLater() {
        stage.whatsApp.faults().next(Fault.OPERATION_FAILS_LATER, 1);
    }

    @Test
    void creationThatFails() {
        failLater();

        Response response = stage.post(Stage.PHONE + "/groups", Json.object("subject", "New Purchase Inquiry",
                "description", "Jim, an existing client, would like to learn about new car purchase options."));

        JsonNode printed = stage.wire("group_lifecycle_update.create_failed", PRINTED_REQUEST, request(response));
        JsonNode told = stage.heard().getFirst();
        assertThat(told.at("/groups/0/errors/0/code").asInt()).isEqualTo(131000);
        ((ObjectNode) printed.at("/groups/0")).set("errors", told.at("/groups/0/errors"));
        assertThat(told).isEqualTo(printed);
        assertThat(stage.whatsApp.groups()).hasSize(1);
    }

    @Test
    void deletionThatFails() {
        failLater();

        Response response = stage.call("DELETE", stage.group, Map.of(), "");

        JsonNode told = stage.heard().getFirst();
        assertThat(response.text()).isEqualTo("{\"success\":true}");
        assertThat(told).isEqualTo(stage.wire("group_lifecycle_update.delete_failed", PRINTED_REQUEST,
                told.at("/groups/0/request_id").asText()));
        assertThat(stage.whatsApp.groups()).hasSize(1);
    }

    @Test
    void settingsThatFail() {
        failLater();

        stage.post(stage.group, Json.object("subject", "Test Subject"));

        JsonNode told = stage.heard().getFirst().at("/groups/0");
        assertThat(told.at("/group_subject/update_successful").asBoolean(true)).isFalse();
        assertThat(told.at("/group_subject/errors/0/code").asInt()).isEqualTo(131000);
        assertThat(told.at("/errors/0/code").asInt()).isEqualTo(131000);
        assertThat(stage.whatsApp.groups().getFirst().subject()).isEqualTo("New Purchase Inquiry");
    }

    @Test
    void settingsThatFailPartly() {
        stage.whatsApp.faults().next(Fault.OPERATION_FAILS_PARTLY, 1);

        stage.post(stage.group, Json.object("subject", "Test Subject", "description", "Test description"));

        JsonNode told = stage.heard().getFirst().at("/groups/0");
        assertThat(told.at("/group_subject/update_successful").asBoolean(true)).isFalse();
        assertThat(told.at("/group_subject/errors/0/code").asInt()).isEqualTo(131000);
        assertThat(told.at("/group_description/update_successful").asBoolean()).isTrue();
        assertThat(told.at("/group_description/errors").isMissingNode()).isTrue();
        assertThat(told.at("/errors/0/code").asInt()).isEqualTo(131201);
        GroupView group = stage.whatsApp.groups().getFirst();
        assertThat(group.subject()).isEqualTo("New Purchase Inquiry");
        assertThat(Stage.json(stage.call("GET", stage.group, Map.of("fields", "description"), ""))
                .path("description").asText()).isEqualTo("Test description");
    }

    @Test
    void removalThatFails() {
        failLater();

        stage.call("DELETE", stage.group + "/participants", Map.of(),
                "{\"participants\":[{\"user\":\"+16505551234\"}]}");

        JsonNode told = stage.heard().getFirst().at("/groups/0");
        assertThat(told.path("failed_participants").toString()).isEqualTo("[{\"input\":\"+16505551234\"}]");
        assertThat(told.at("/errors/0/code").asInt()).isEqualTo(131000);
        assertThat(stage.whatsApp.groups().getFirst().members()).hasSize(1);
    }

    @Test
    void creationWithoutAnAnswerMayHaveWorked() {
        stage.whatsApp.faults().next(Fault.OPERATION_TIMEOUT_ACCEPTED, 1);

        Response response = stage.post(Stage.PHONE + "/groups", Json.object("subject", "Second"));

        assertThat(response.isNever()).isTrue();
        assertThat(stage.heard()).hasSize(1);
        assertThat(stage.whatsApp.groups()).extracting(GroupView::subject).contains("Second");
    }

    @Test
    void creationWithoutAnAnswerMayHaveFailed() {
        stage.whatsApp.faults().next(Fault.OPERATION_TIMEOUT, 1);

        Response response = stage.post(Stage.PHONE + "/groups", Json.object("subject", "Second"));

        assertThat(response.isNever()).isTrue();
        assertThat(stage.whatsApp.groups()).hasSize(1);
    }

    @Test
    void pictureIsToldWithItsHash() {
        byte[] jpeg = ContractStage.jpeg("JPEG 640x640");
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                "--x\r\nContent-Disposition: form-data; name=\"profile_picture_file\"; filename=\"a.jpg\"\r\n\r\n"
                        .getBytes());
        body.writeBytes(jpeg);
        body.writeBytes(
                "\r\n--x\r\nContent-Disposition: form-data; name=\"subject\"\r\n\r\nWatch Enthusiasts\r\n--x--\r\n"
                        .getBytes());

        stage.whatsApp.handle(new Request("POST", "/v25.0/" + stage.group, Map.of(),
                Map.of("authorization", "Bearer demo-token", "content-type", "multipart/form-data; boundary=x"),
                body.toByteArray()));

        JsonNode told = stage.heard().getFirst().at("/groups/0");
        assertThat(told.path("profile_picture")).isEqualTo(Json.object("mime_type", "image/jpeg", "sha256",
                StoredMedia.base64Hash(jpeg), "update_successful", true));
        assertThat(told.at("/group_subject/text").asText()).isEqualTo("Watch Enthusiasts");
    }

    @Test
    void fourthPinReplacesTheOldest() {
        List<String> ids = List.of("a", "b", "c", "d").stream()
                .map(text -> stage.whatsApp.say(stage.group, stage.sheena.id(), text)).toList();

        ids.forEach(id -> stage
                .send(stage.toGroup("pin", Json.object("type", "pin", "message_id", id, "expiration_days", 4))));
        List<String> four = pinned();
        stage.send(stage.toGroup("pin", Json.object("type", "unpin", "message_id", ids.get(2))));

        assertThat(four).isEqualTo(ids.subList(1, 4));
        assertThat(pinned()).containsExactly(ids.get(1), ids.get(3));
    }

    @Test
    void pinsThatHaveEndedGiveTheirPlaces() {
        List<String> ids = List.of("a", "b", "c", "d").stream()
                .map(text -> stage.whatsApp.say(stage.group, stage.sheena.id(), text)).toList();
        pin(ids.get(0), 30);
        pin(ids.get(1), 1);
        pin(ids.get(2), 1);
        stage.whatsApp.clock().advance(Duration.ofDays(2));

        pin(ids.get(3), 1);

        assertThat(pinned()).containsExactly(ids.get(0), ids.get(3));
    }

    private void pin(String id, int days) {
        stage.send(stage.toGroup("pin", Json.object("type", "pin", "message_id", id, "expiration_days", days)));
    }

    @Test
    void whatIsNeitherPinNorUnpinIsRefused() {
        String id = stage.whatsApp.say(stage.group, stage.sheena.id(), "a");
        pin(id, 4);

        Response response = stage.send(stage.toGroup("pin", Json.object("type", "remove", "message_id", id)));

        assertThat(Stage.code(response)).isEqualTo(131009);
        assertThat(pinned()).containsExactly(id);
    }

    @Test
    void pinEndsAfterItsDays() {
        String id = stage.whatsApp.say(stage.group, stage.sheena.id(), "a");
        stage.send(stage.toGroup("pin", Json.object("type", "pin", "message_id", id, "expiration_days", 4)));

        stage.whatsApp.clock().advance(Duration.ofDays(4));

        assertThat(pinned()).isEmpty();
    }

    private List<String> pinned() {
        JsonNode state = Stage.json(stage.whatsApp
                .handle(new Request("GET", "/emulator/state", Map.of(), Map.of(), new byte[0])));
        return state.at("/groups/0/pinned").valueStream().map(JsonNode::asText).toList();
    }
}
