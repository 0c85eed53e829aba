package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;

class SendingTest {
    private static final String PRINTED_ID = "wamid.HBgSMTIwMzYzNDA0Njk0MjMzODIwFQgAERgSNzBDNkVCRTZCNERDRkE1Q0Y1AA==";

    private final Stage stage = new Stage();

    @BeforeEach
    void openTheWindow() {
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
        stage.heard();
    }

    private static String id(Response response) {
        return Stage.json(response).at("/messages/0/id").asText();
    }

    @Test
    void acceptedMessageIsAnsweredWithItsId() {
        Response response = stage.sendText("pong");

        assertThat(response.status()).isEqualTo(200);
        assertThat(id(response)).startsWith("wamid.");
        assertThat(Stage.json(response)).isEqualTo(Json.object("messaging_product", "whatsapp", "contacts",
                List.of(Json.object("input", stage.group, "wa_id", stage.group)), "messages",
                List.of(Json.object("id", id(response), "group_id", stage.group))));
    }

    @Test
    void statusesFollowAsMetaPrintsThem() {
        String id = id(stage.send(stage.text("pong").put("biz_opaque_callback_data", "order-1744434060")));

        List<JsonNode> values = stage.heard();

        assertThat(values).extracting(value -> value.at("/statuses/0/status").asText()).containsExactly("sent",
                "delivered", "read");
        assertThat(values.getFirst())
                .isEqualTo(stage.wire("statuses.group.sent.biz_opaque_callback_data", PRINTED_ID, id));
    }

    @Test
    void deliveredNamesTheParticipantAndThePrice() {
        stage.whatsApp.templates().add("welcome", "en", "Welcome, {{1}}!", "MARKETING");

        String id = id(stage.send(stage.template("welcome", "Ana")));

        assertThat(stage.heard().get(1))
                .isEqualTo(stage.wire("statuses.group.delivered.bsuid", PRINTED_ID, id));
    }

    @Test
    void eachParticipantHasAReceipt() {
        stage.whatsApp.join(stage.group, "Ben", "16505551235");
        stage.heard();

        stage.sendText("pong");

        assertThat(stage.heard().getLast().path("statuses")).extracting(
                status -> status.path("status").asText() + " " + status.path("recipient_participant_id").asText())
                .containsExactly("read 16505551234", "read 16505551235");
    }

    @Test
    void groupReadsWhatWasSent() {
        Response response = stage.send(stage.text("pong").set("context", Json.object("message_id", "wamid.X")));

        ChatMessage bubble = stage.whatsApp.transcript(stage.group).getLast();
        assertThat(bubble)
                .isEqualTo(new ChatMessage(id(response), Stage.START, "business", "text", "pong", "wamid.X", null,
                        Map.of(stage.sheena.id(), "read"), null,
                        new ChatMessage.Extra(null, Map.of(),
                                new MessagePrice("group_service", "free_group_customer_service"))));
    }

    @Test
    void mediaIsShownByItsCaption() {
        stage.send(stage.toGroup("image", Json.object("link", "https://example.org/a.jpg", "caption", "The map")));

        assertThat(stage.whatsApp.transcript(stage.group).getLast().text()).isEqualTo("[image] The map");
    }

    @Test
    void markingAsReadTicksTheMessage() {
        String id = stage.whatsApp.say(stage.group, stage.sheena.id(), "anybody?");

        Response response = stage
                .send(Json.object("messaging_product", "whatsapp", "status", "read", "message_id", id));

        assertThat(response.text()).isEqualTo("{\"success\":true}");
        assertThat(stage.whatsApp.transcript(stage.group).getLast().ticks()).containsEntry("business", "read");
    }

    @Test
    void onlyMessagesOfPeopleCanBeMarkedAsRead() {
        String own = id(stage.sendText("pong"));

        for (String id : List.of(own, "wamid.X", "wamid.", "", stage.group)) {
            Response response = stage
                    .send(Json.object("messaging_product", "whatsapp", "status", "read", "message_id", id));
            assertThat(Stage.code(response)).as(id).isEqualTo(131009);
        }
    }

    @Test
    void markingAsReadNamesTheProduct() {
        String id = stage.whatsApp.say(stage.group, stage.sheena.id(), "anybody?");

        assertThat(Stage.code(stage.send(Json.object("status", "read", "message_id", id)))).isEqualTo(100);
    }

    @Test
    void messageIsPinned() {
        String id = stage.whatsApp.say(stage.group, stage.sheena.id(), "We meet at 8");

        Response response = stage.send(stage.toGroup("pin",
                Json.object("type", "pin", "message_id", id, "expiration_days", 4)));

        assertThat(response.status()).isEqualTo(200);
        assertThat(stage.whatsApp.transcript(stage.group).getLast().text()).isEqualTo("Pinned: We meet at 8");
    }

    @Test
    void templateGoesToAPerson() {
        ObjectNode message = stage.template("group_invite", "Lucky Travel").put("recipient_type", "individual")
                .put("to", "+1 (650) 555-1234");

        Response response = stage.send(message);

        assertThat(Stage.json(response).at("/contacts/0/wa_id").asText()).isEqualTo("16505551234");
        assertThat(stage.heard().getFirst().path("statuses").path(0).path("recipient_id").asText())
                .isEqualTo("16505551234");
    }

    @Test
    void wrongTokenIsRefused() {
        Response response = stage.whatsApp.handle(new Request("POST", "/v25.0/" + Stage.PHONE + "/messages", Map.of(),
                Map.of("authorization", "Bearer other"), stage.text("hello").toString().getBytes()));

        assertThat(response.status()).isEqualTo(401);
        assertThat(Stage.code(response)).isEqualTo(190);
    }

    @Test
    void numberThatIsNotOurs() {
        Response response = stage.post("999/messages", stage.text("hello"));

        assertThat(response.status()).isEqualTo(400);
        assertThat(Stage.json(response).at("/error/type").asText()).isEqualTo("GraphMethodException");
        assertThat(Stage.json(response).at("/error/error_subcode").asInt()).isEqualTo(33);
    }

    @Test
    void groupWithNobodyInIt() {
        stage.whatsApp.leave(stage.group, stage.sheena.id());

        Response response = stage.sendText("hello");

        assertThat(response.status()).isEqualTo(400);
        JsonNode error = Stage.json(response).path("error");
        assertThat(error).isEqualTo(Json.read("""
                {"message":"(#131020) Bad Group","type":"OAuthException","code":131020,
                 "error_data":{"messaging_product":"whatsapp","details":"Cannot send messages to single member groups."},
                 "fbtrace_id":"%s"}""".formatted(error.path("fbtrace_id").asText()).getBytes()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"messaging_product\":\"whatsapp\", | 100",
            "[] | 100",
            "{\"recipient_type\":\"group\"} | 100",
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"group\"} | 131008",
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"team\",\"to\":\"x\"} | 131009",
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"group\",\"to\":\"+16505551234\"} | 131009",
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"group\",\"to\":\"GROUP\",\"type\":\"text\"} | 131008",
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"group\",\"to\":\"GROUP\",\"text\":{}} | 131008",
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"group\",\"to\":\"GROUP\",\"text\":{\"body\":\" \"}} | 131009",
            "{\"messaging_product\":\"whatsapp\",\"to\":\"GROUP\",\"text\":{\"body\":\"a\"}} | 131009",
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"group\",\"to\":\"GROUP\",\"type\":\"interactive\",\"interactive\":{}} | 131051",
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"group\",\"to\":\"GROUP\",\"type\":\"image\",\"image\":{}} | 131008",
            "{\"messaging_product\":\"whatsapp\",\"recipient_type\":\"group\",\"to\":\"nowhere\",\"text\":{\"body\":\"a\"}} | 131041"})
    void bodyThatIsRefused(String body, int code) {
        Response response = stage.call("POST", Stage.PHONE + "/messages", Map.of(),
                body.replace("GROUP", stage.group));

        assertThat(response.status()).isEqualTo(400);
        assertThat(Stage.code(response)).isEqualTo(code);
    }

    @Test
    void textThatIsTooLong() {
        assertThat(stage.sendText("x".repeat(4096)).status()).isEqualTo(200);
        assertThat(Stage.code(stage.sendText("x".repeat(4097)))).isEqualTo(131009);
    }

    @Test
    void everyCallIsKeptAndToldWithItsAnswer() {
        var told = new ArrayList<ApiCall>();
        stage.whatsApp.onCall(told::add);

        Response response = stage.sendText("pong");

        ApiCall call = stage.whatsApp.calls().getLast();
        assertThat(call).isEqualTo(new ApiCall(Stage.START, "POST", "/v25.0/" + Stage.PHONE + "/messages",
                stage.text("pong").toString(), 200, response.text()));
        assertThat(told).containsExactly(call);
    }
}
