package dev.tertulia.emulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;

class MediaTest {
    private final Stage stage = new Stage();

    private Response upload(String type, int size) {
        String form = """
                --x\r
                Content-Disposition: form-data; name="messaging_product"\r
                \r
                whatsapp\r
                --x\r
                Content-Disposition: form-data; name="file"; filename="a.bin"\r
                Content-Type: %s\r
                \r
                %s\r
                --x--\r
                """.formatted(type, "a".repeat(size));
        return stage.whatsApp.handle(new Request("POST", "/v25.0/" + Stage.PHONE + "/media", Map.of(),
                Map.of("authorization", "Bearer demo-token", "content-type", "multipart/form-data; boundary=x"),
                form.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode say(String type, ObjectNode content) {
        stage.whatsApp.handle(new Request("POST", "/emulator/groups/" + stage.group + "/messages", Map.of(), Map.of(),
                Json.bytes(Json.object("from", stage.sheena.id(), "type", type, "content", content))));
        return stage.heard().getLast().at("/messages/0");
    }

    @Test
    void uploadedFileIsSentByItsId() {
        String id = Stage.json(upload("image/png", 10)).path("id").asText();

        Response sent = stage.send(stage.toGroup("image", Json.object("id", id, "caption", "The map")));

        ChatMessage bubble = stage.whatsApp.transcript(stage.group).getLast();
        assertThat(sent.status()).isEqualTo(200);
        assertThat(bubble.kind()).isEqualTo("image");
        assertThat(bubble.extra().mediaId()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"image/png,5242880,200", "image/png,5242881,400", "image/webp,512000,200", "image/webp,512001,400",
            "video/quicktime,1,400"})
    void typeAndSizeAreChecked(String type, int size, int status) {
        assertThat(upload(type, size).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"audio,caption", "sticker,caption", "image,filename", "video,voice", "document,url"})
    void partOfAnotherKindIsRefused(String kind, String key) {
        Response refused = stage
                .send(stage.toGroup(kind, Json.object("link", "https://example.org/a", key, "The map")));

        assertThat(Stage.code(refused)).isEqualTo(100);
        assertThat(Stage.json(refused).at("/error/error_data/details").asText())
                .isEqualTo("Unexpected key \"%s\" on param \"%s\".".formatted(key, kind));
    }

    @Test
    void idOfAnotherKindIsRefused() {
        String id = Stage.json(upload("audio/mpeg", 10)).path("id").asText();

        Response refused = stage.send(stage.toGroup("image", Json.object("id", id)));

        assertThat(Stage.json(refused).at("/error/error_data/details").asText())
                .isEqualTo("image.id is not a media of this type, or it has expired.");
    }

    @Test
    void idLivesThirtyDays() {
        String id = Stage.json(upload("image/png", 10)).path("id").asText();

        stage.whatsApp.clock().advance(Duration.ofDays(30));

        assertThat(Stage.code(stage.call("GET", id, Map.of(), ""))).isEqualTo(100);
    }

    @Test
    void deletedFileIsGone() {
        String id = Stage.json(upload("image/png", 10)).path("id").asText();

        Response deleted = stage.call("DELETE", id, Map.of(), "");

        assertThat(deleted.text()).isEqualTo("{\"success\":true}");
        assertThat(stage.call("GET", id, Map.of(), "").status()).isEqualTo(400);
    }

    @Test
    void imageOfAMemberIsToldAsMetaPrintsIt() {
        JsonNode told = say("image", Json.object("caption", "Taj Mahal", "data",
                Base64.getEncoder().encodeToString("pixels".getBytes(StandardCharsets.UTF_8))));

        JsonNode printed = stage.wire("messages.group.image").at("/messages/0/image");
        assertThat(told.path("type").asText()).isEqualTo("image");
        assertThat(told.path("image").fieldNames()).toIterable()
                .containsExactlyInAnyOrderElementsOf(() -> printed.fieldNames());
        assertThat(told.at("/image/sha256").asText()).isEqualTo("bsnCsOsUAQdGyLzok5MDs4I0SyliBmEuuKkHo3srLzc=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/zip", "image/gif", "application/octet-stream",
            "text/calendar; charset=utf-8"})
    void aDocumentOfAMemberIsAnyFile(String type) {
        JsonNode told = say("document", Json.object("filename", "a", "mime_type", type, "data", "cGRm"));

        assertThat(told.at("/document/mime_type").asText()).isEqualTo(type);
    }

    @Test
    void fileOfAMemberIsFetchedFromItsAddress() {
        JsonNode told = say("document", Json.object("filename", "a.pdf", "data", "cGRm"));
        URI url = URI.create(told.at("/document/url").asText());

        Response file = stage.whatsApp.handle(new Request("GET", url.getPath(), query(url),
                Map.of("authorization", "Bearer demo-token", "user-agent", "a bot"), new byte[0]));
        stage.whatsApp.clock().advance(Duration.ofMinutes(5));
        Response late = stage.whatsApp.handle(new Request("GET", url.getPath(), query(url),
                Map.of("authorization", "Bearer demo-token", "user-agent", "a bot"), new byte[0]));

        assertThat(file.text()).isEqualTo("pdf");
        assertThat(file.contentType()).isEqualTo("application/pdf");
        assertThat(late.status()).isEqualTo(404);
    }

    @Test
    void fileHostTurnsAwayWhoDoesNotSayWhatItIs() {
        Response nameless = fetch(Map.of("authorization", "Bearer demo-token"));
        Response blank = fetch(Map.of("authorization", "Bearer demo-token", "user-agent", " "));

        assertThat(List.of(nameless, blank)).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.contentType()).startsWith("text/html");
        });
    }

    @ParameterizedTest
    @CsvSource({"FILE_UNREADABLE,200,text/html; charset=utf-8,57", "FILE_SHORT,200,application/pdf,2",
            "FILE_SPOILT,200,application/pdf,3", "FILE_SERVER_ERROR,500,text/html; charset=utf-8,57",
            "FILE_TOO_MANY_REQUESTS,429,text/html; charset=utf-8,57"})
    void filesGoWrongInTheirOwnWays(Fault fault, int status, String type, int length) {
        stage.whatsApp.faults().next(fault, 1);

        Response wrong = fetch(Map.of("authorization", "Bearer demo-token", "user-agent", "a bot"));
        Response right = fetch(Map.of("authorization", "Bearer demo-token", "user-agent", "a bot"));

        assertThat(wrong.status()).isEqualTo(status);
        assertThat(wrong.contentType()).isEqualTo(type);
        assertThat(wrong.body()).hasSize(length);
        assertThat(wrong.text()).isNotEqualTo("pdf");
        assertThat(right.text()).isEqualTo("pdf");
    }

    private Response fetch(Map<String, String> headers) {
        JsonNode told = say("document", Json.object("filename", "a.pdf", "data", "cGRm"));
        URI url = URI.create(told.at("/document/url").asText());
        return stage.whatsApp.handle(new Request("GET", url.getPath(), query(url), headers, new byte[0]));
    }

    private static Map<String, String> query(URI url) {
        var query = new HashMap<String, String>();
        for (String pair : url.getQuery().split("&")) {
            query.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
        return query;
    }

    @ParameterizedTest
    @CsvSource({"location", "button", "reaction", "reaction_removed", "unsupported_130501"})
    void otherKindsAreToldAsMetaPrintsThem(String kind) {
        String own = stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
        stage.heard();
        JsonNode printed = stage.wire("messages.group." + kind,
                "wamid.HBgSMTIwMzYzNDA0Njk0MjMzODIwFQgAERgSNzBDNkVCRTZCNERDRkE1Q0Y1AA==", own).at("/messages/0");
        String type = printed.path("type").asText();

        JsonNode told = say(type, printed.path(type).isObject() ? (ObjectNode) printed.path(type) : Json.object());

        assertThat(told.path(type)).isEqualTo(printed.path(type));
        assertThat(told.path("errors")).isEqualTo(printed.path("errors"));
        assertThat(told.path("type")).isEqualTo(printed.path("type"));
    }

    @Test
    void reactionIsSeenOnTheBubble() {
        String id = stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");

        say("reaction", Json.object("message_id", id, "emoji", "👍"));
        var before = stage.whatsApp.transcript(stage.group).getLast().extra().reactions();
        say("reaction", Json.object("message_id", id));

        assertThat(before).containsExactly(Map.entry(stage.sheena.id(), "👍"));
        assertThat(stage.whatsApp.transcript(stage.group).getLast().extra().reactions()).isEmpty();
    }
}
