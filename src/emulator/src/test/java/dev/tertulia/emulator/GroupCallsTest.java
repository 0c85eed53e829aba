package dev.tertulia.emulator;

import java.net.URI;
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

class GroupCallsTest {
    private final Stage stage = new Stage();

    private JsonNode get(String path, Map<String, String> query) {
        return Stage.json(stage.call("GET", path, query, ""));
    }

    @Test
    void getAnswersTheFieldsAskedFor() {
        JsonNode answer = get(stage.group, Map.of("fields", "subject,participants,total_participant_count,suspended"));

        assertThat(answer).isEqualTo(Json.read("""
                {"messaging_product":"whatsapp","id":"%s","subject":"New Purchase Inquiry","suspended":false,
                 "total_participant_count":1,"participants":[{"wa_id":"16505551234","user_id":"%s"}]}
                """.formatted(stage.group, stage.sheena.userId()).getBytes()));
    }

    @Test
    void getWithoutFieldsAnswersTheIdAlone() {
        assertThat(get(stage.group, Map.of()).properties()).extracting(Map.Entry::getKey)
                .containsExactly("messaging_product", "id");
    }

    @Test
    void listGoesPageByPage() {
        stage.whatsApp.createGroup("Second");

        JsonNode first = get(Stage.PHONE + "/groups", Map.of("limit", "1"));
        String after = first.at("/paging/cursors/after").asText();
        JsonNode second = get(Stage.PHONE + "/groups", Map.of("limit", "1", "after", after));

        assertThat(first.at("/data/0/subject").asText()).isEqualTo("New Purchase Inquiry");
        assertThat(first.at("/paging/next").asText()).contains("after=" + after);
        assertThat(second.at("/data/0/subject").asText()).isEqualTo("Second");
        assertThat(second.path("paging").has("next")).isFalse();
    }

    @Test
    void nextPageIsThatOfTheSameQuestion() {
        List.of("one", "two", "three").forEach(name -> stage.whatsApp.templates().add(name, "en", "Text"));
        stage.whatsApp.templates().add("two", "en", "Text", "MARKETING");
        JsonNode first = get("102290129340398/message_templates",
                Map.of("limit", "1", "category", "utility", "fields", "name,category"));

        URI next = URI.create(first.at("/paging/next").asText());
        JsonNode second = get("102290129340398/message_templates", Request.parameters(next.getRawQuery()));

        assertThat(next.getPath()).isEqualTo("/v25.0/102290129340398/message_templates");
        assertThat(second.path("data")).hasSize(1);
        assertThat(second.at("/data/0").properties()).extracting(Map.Entry::getKey).containsExactly("name", "category",
                "id");
        assertThat(second.at("/data/0/name").asText()).isEqualTo("three");
        assertThat(second.path("paging").has("next")).isFalse();
    }

    @Test
    void listGoesBackToo() {
        stage.whatsApp.createGroup("Second");
        stage.whatsApp.createGroup("Third");
        JsonNode last = get(Stage.PHONE + "/groups", Map.of("limit", "1", "after", IdGenerator.cursor(2)));

        JsonNode before = get(Stage.PHONE + "/groups",
                Map.of("limit", "1", "before", last.at("/paging/cursors/before").asText()));

        assertThat(last.at("/data/0/subject").asText()).isEqualTo("Third");
        assertThat(before.path("data")).extracting(group -> group.path("subject").asText()).containsExactly("Second");
    }

    @Test
    void cursorsInBothDirectionsCannotBeCombined() {
        JsonNode refused = get(Stage.PHONE + "/groups",
                Map.of("after", IdGenerator.cursor(0), "before", IdGenerator.cursor(1)));

        assertThat(refused.at("/error/error_data/details").asText())
                .isEqualTo("after and before cannot be combined.");
    }

    @Test
    void linkIsResetAndTheOldOneIsWorthNothing() {
        String old = get(stage.group + "/invite_link", Map.of()).path("invite_link").asText();

        JsonNode reset = Stage.json(stage.post(stage.group + "/invite_link", Json.object()));

        assertThat(old).matches("https://chat\\.whatsapp\\.com/\\w{22}");
        assertThat(reset.path("invite_link").asText()).matches("https://chat\\.whatsapp\\.com/\\w{22}")
                .isNotEqualTo(old);
    }

    @Test
    void peopleCannotBeAddedByHand() {
        Response refused = stage.post(stage.group + "/participants", Json.object());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(Stage.code(refused)).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"messaging_product\":\"whatsapp\"} | 131008",
            "{\"subject\":\"  \"} | 131009",
            "{\"subject\":\"x\",\"join_approval_mode\":\"maybe\"} | 131009", "{\"subject\": | 100"})
    void groupThatCannotBeCreated(String body, int code) {
        assertThat(Stage.code(stage.call("POST", Stage.PHONE + "/groups", Map.of(), body))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"+16505551234,+16505551234 | 131202", "1,2,3,4,5,6,7,8,9 | 131204"})
    void removalThatIsRefusedAtOnce(String users, int code) {
        ObjectNode body = Json.object("participants",
                List.of(users.split(",")).stream().map(user -> Json.object("user", user)).toList());

        assertThat(Stage.code(stage.call("DELETE", stage.group + "/participants", Map.of(), body.toString())))
                .isEqualTo(code);
    }

    @Test
    void cursorThatWasNeverGiven() {
        assertThat(Stage.code(stage.call("GET", Stage.PHONE + "/groups", Map.of("after", "abc"), "")))
                .isEqualTo(131059);
    }

    @Test
    void operationsHaveALimitOfTheirOwn() {
        stage.whatsApp.faults().next(Fault.GROUP_OPERATIONS_LIMIT, 1);

        Response message = stage.sendText("hello");
        Response first = stage.post(stage.group, Json.object("subject", "Other"));
        Response second = stage.post(stage.group, Json.object("subject", "Other"));

        assertThat(message.status()).isEqualTo(200);
        assertThat(first.status()).isEqualTo(429);
        assertThat(Stage.code(first)).isEqualTo(131208);
        assertThat(second.status()).isEqualTo(200);
    }

    @Test
    void phoneNumberTellsItsThroughput() {
        assertThat(get(Stage.PHONE, Map.of("fields", "throughput"))).isEqualTo(Json.object("throughput",
                Json.object("level", "STANDARD"), "id", Stage.PHONE));
    }
}
