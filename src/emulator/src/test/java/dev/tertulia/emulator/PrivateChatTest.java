package dev.tertulia.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** One-to-one conversations of people with the business. */
class PrivateChatTest {
    private static final String PRINTED_INBOUND = "wamid.HBgLMTY1MDM4Nzk0MzkVAgASGBQzQTRBNjU5OUFFRTAzODEwMTQ0RgA=";
    private static final String PRINTED_OUTBOUND = "wamid.HBgLMTQxMjU1NTA4MjkVAgARGBIyQjJDNEYxQzI2RkY5M0I1QzQA";

    private final Stage stage = new Stage();
    private final FakeChat chat = stage.whatsApp.privateChat(Stage.PHONE, stage.sheena.id());

    static ObjectNode toPerson(String to, String type, Object content) {
        return Json.object("messaging_product", "whatsapp", "recipient_type", "individual", "to", to, "type", type,
                type, content);
    }

    private Response send(String type, Object content) {
        return stage.send(toPerson("+1 (650) 555-1234", type, content));
    }

    private String sent(String type, Object content) {
        return Stage.json(send(type, content)).at("/messages/0/id").asText();
    }

    static ObjectNode buttons() {
        return Json.object("type", "button", "body", Json.object("text", "Do you come?"), "action",
                Json.object("buttons", List.of(button("yes", "Yes"), button("no", "No"))));
    }

    static ObjectNode button(String id, String title) {
        return Json.object("type", "reply", "reply", Json.object("id", id, "title", title));
    }

    static ObjectNode list() {
        return Json.object("type", "list", "header", Json.object("type", "text", "text", "Shipping"), "body",
                Json.object("text", "Which one?"), "action",
                Json.object("button", "Options", "sections", List.of(Json.object("title", "Fast", "rows",
                        List.of(Json.object("id", "priority_express", "title", "Priority Mail Express",
                                "description", "Next Day to 2 Days"))))));
    }

    private List<String> statuses() {
        return stage.heard().stream().map(value -> value.at("/statuses/0/status").asText()).toList();
    }

    @Test
    void textLooksAsMetaPrintsIt() {
        String id = chat.say("Does it come in another color?");

        JsonNode heard = stage.heard().getFirst();
        JsonNode printed = stage.wire("messages.individual.text", PRINTED_INBOUND, id, "1749416383", "1760446100");
        ((ObjectNode) printed.at("/messages/0")).put("from_user_id", stage.sheena.userId());
        ((ObjectNode) printed.at("/contacts/0")).put("user_id", stage.sheena.userId());
        assertThat(heard).isEqualTo(printed);
    }

    @Test
    void reactionDoesNotOpenTheWindow() {
        chat.say("hello");
        String answer = sent("text", Json.object("body", "pong"));
        stage.whatsApp.clock().advance(Duration.ofDays(2));
        chat.react(answer, "👍");

        assertThat(chat.windowUntil()).isEqualTo(Stage.START.plus(Duration.ofDays(1)));
    }

    @Test
    void answerIsReadByThePersonAlone() {
        chat.say("hello");
        stage.heard();

        Response response = send("text", Json.object("body", "pong"));

        assertThat(Stage.json(response).path("contacts")).isEqualTo(
                Json.tree(List.of(Json.object("input", "+1 (650) 555-1234", "wa_id", "16505551234"))));
        List<JsonNode> heard = stage.heard();
        assertThat(heard).extracting(value -> value.at("/statuses/0/status").asText()).containsExactly("sent",
                "delivered", "read");
        assertThat(heard.get(1).at("/statuses/0")).isEqualTo(Json.object("id",
                Stage.json(response).at("/messages/0/id").asText(), "status", "delivered", "timestamp", "1760446100",
                "recipient_id", "16505551234", "recipient_user_id", stage.sheena.userId(), "pricing",
                Json.object("billable", false, "pricing_model", "PMP", "type", "free_customer_service", "category",
                        "service")));
        assertThat(chat.transcript()).extracting(ChatMessage::text).containsExactly("hello", "pong");
        assertThat(stage.whatsApp.transcript(stage.group)).extracting(ChatMessage::text).doesNotContain("pong");
    }

    @Test
    void userIdAndPhoneNumberNameTheSameChat() {
        chat.say("hello");
        stage.heard();

        Response response = stage.send(Json.object("messaging_product", "whatsapp", "recipient", stage.sheena.userId(),
                "type", "text", "text", Json.object("body", "pong")));

        assertThat(Stage.json(response).at("/contacts/0/user_id").asText()).isEqualTo(stage.sheena.userId());
        assertThat(statuses()).containsExactly("sent", "delivered", "read");
        assertThat(chat.transcript()).hasSize(2);
    }

    @Test
    void freeFormFailsOnceTheWindowIsShut() {
        chat.say("hello");
        stage.heard();
        stage.whatsApp.clock().advance(Duration.ofHours(24));

        assertThat(send("text", Json.object("body", "pong")).status()).isEqualTo(200);

        assertThat(stage.heard()).singleElement().satisfies(value -> {
            assertThat(value.at("/statuses/0/status").asText()).isEqualTo("failed");
            assertThat(value.at("/statuses/0/errors/0/code").asInt()).isEqualTo(131047);
        });
        assertThat(stage.whatsApp.violations()).isEqualTo(1);
        assertThat(chat.transcript().getLast().error()).isEqualTo("131047 Re-engagement message");
    }

    @Test
    void messageInAGroupOpensNoPrivateWindow() {
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
        stage.heard();

        send("text", Json.object("body", "pong"));

        assertThat(statuses()).containsExactly("failed");
        assertThat(chat.windowUntil()).isNull();
    }

    @Test
    void buttonIsTapped() {
        chat.say("hello");
        String question = sent("interactive", buttons());
        stage.heard();

        String id = chat.tap(question, "yes");

        assertThat(stage.heard()).singleElement().satisfies(value -> assertThat(value.at("/messages/0"))
                .isEqualTo(Json.object("from", "16505551234", "from_user_id", stage.sheena.userId(), "id", id,
                        "timestamp", "1760446100", "context", Json.object("from", "15550783881", "id", question),
                        "interactive", Json.object("type", "button_reply", "button_reply",
                                Json.object("id", "yes", "title", "Yes")),
                        "type", "interactive")));
        assertThat(chat.transcript().getLast().text()).isEqualTo("Yes");
        assertThat(chat.transcript().getLast().quotedId()).isEqualTo(question);
    }

    @Test
    void rowIsChosenFromAList() {
        chat.say("hello");
        String question = sent("interactive", list());
        stage.heard();

        String id = chat.tap(question, "Priority Mail Express");

        JsonNode printed = stage.wire("messages.individual.interactive.list_reply", PRINTED_INBOUND, id,
                PRINTED_OUTBOUND, question);
        assertThat(stage.heard().getFirst().at("/messages/0/interactive"))
                .isEqualTo(printed.at("/messages/0/interactive"));
        assertThat(chat.transcript().get(1).text()).isEqualTo("Shipping\nWhich one?");
    }

    @Test
    void quickReplyOfATemplateIsTapped() {
        stage.whatsApp.templates().put(new Template("1", "offer", "en", "MARKETING", Template.Status.APPROVED,
                Json.tree(List.of(Json.object("type", "BODY", "text", "An offer"), Json.object("type", "BUTTONS",
                        "buttons", List.of(Json.object("type", "QUICK_REPLY", "text", "Unsubscribe"),
                                Json.object("type", "URL", "text", "Shop", "url", "https://example.org")))))));
        String offer = sent("template", Json.object("name", "offer", "language", Json.object("code", "en")));
        stage.heard();

        chat.tap(offer, "Unsubscribe");

        assertThat(stage.heard().getFirst().at("/messages/0/button")).isEqualTo(
                stage.wire("messages.individual.button").at("/messages/0/button"));
        assertThatIllegalArgumentException().isThrownBy(() -> chat.tap(offer, "Shop"))
                .withMessage("'Shop' opens https://example.org on the phone; WhatsApp sends no message.");
        assertThatIllegalArgumentException().isThrownBy(() -> chat.tap(offer, "Buy"))
                .withMessage("The message has no choice 'Buy'. Its choices are [Unsubscribe, https://example.org].");
    }

    @Test
    void bothSidesReact() {
        String hello = chat.say("hello");
        String pong = sent("text", Json.object("body", "pong"));
        stage.heard();

        chat.react(pong, "❤");
        assertThat(stage.heard().getFirst().at("/messages/0/reaction"))
                .isEqualTo(Json.object("message_id", pong, "emoji", "❤"));
        send("reaction", Json.object("message_id", hello, "emoji", "👍"));
        assertThat(statuses()).containsExactly("sent");
        send("reaction", Json.object("message_id", "wamid.other", "emoji", "👍"));
        assertThat(statuses()).containsExactly("failed");

        assertThat(chat.transcript()).extracting(message -> message.extra().reactions().values().toString())
                .containsExactly("[👍]", "[❤]");
    }

    @Test
    void contactsPlacesAndFilesGoBothWays() {
        ObjectNode place = Json.object("latitude", 37.44, "longitude", -122.16, "name", "Philz Coffee");
        JsonNode contacts = Json.tree(List.of(Json.object("name", Json.object("formatted_name", "Barbara"))));
        chat.send("location", place, null);
        chat.send("contacts", contacts, null);
        chat.send("image", Json.object("data", "AAAA", "caption", "Look"), null);
        assertThat(stage.heard()).extracting(value -> value.at("/messages/0/type").asText()).containsExactly(
                "location", "contacts", "image");

        assertThat(send("location", place).status()).isEqualTo(200);
        assertThat(send("contacts", contacts).status()).isEqualTo(200);
        assertThat(send("image", Json.object("link", "https://example.org/a.jpg")).status()).isEqualTo(200);

        assertThat(chat.transcript()).extracting(ChatMessage::text).containsExactly("[location] Philz Coffee",
                "[contacts] Barbara", "[image] Look", "[location] Philz Coffee", "[contacts] Barbara", "[image]");
    }

    @Test
    void newNumberShutsTheWindowAndKeepsTheChat() {
        chat.say("hello");

        chat.changeNumber("12195555358");

        assertThat(stage.heard().getLast().at("/messages/0/system/type").asText()).isEqualTo("user_changed_number");
        assertThat(chat.windowUntil()).isNull();
        assertThat(chat.transcript()).hasSize(1);
    }

    @Test
    void unknownNumberBecomesAPerson() {
        stage.whatsApp.templates().add("welcome", "en", "Welcome!");
        stage.send(toPerson("+1 219 555 0000", "template",
                Json.object("name", "welcome", "language", Json.object("code", "en"))));

        MemberView person = stage.whatsApp.person("Pablo", "12195550000");

        assertThat(stage.whatsApp.privateChat(Stage.PHONE, person.id()).transcript()).extracting(ChatMessage::text)
                .containsExactly("Welcome!");
    }

    @Test
    void pricesAndAnalyticsCountPrivateMessages() {
        stage.whatsApp.clock().advance(Duration.ofDays(365));
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
        chat.say("hello");
        IntStream.range(0, 999).forEach(i -> stage.sendText("pong"));
        stage.heard();

        send("text", Json.object("body", "the last free one"));
        send("text", Json.object("body", "charged"));

        assertThat(chat.transcript()).extracting(message -> message.extra().price()).containsExactly(null,
                new MessagePrice("service", "free_customer_service"), new MessagePrice("service", "regular"));
        long start = Stage.START.plus(Duration.ofDays(365)).getEpochSecond();
        JsonNode points = Stage.json(stage.call("GET", "102290129340398", Map.of("fields",
                "pricing_analytics.start(%d).end(%d).granularity(DAILY).pricing_categories([SERVICE])"
                        .formatted(start, start + 86400)),
                ""))
                .at("/pricing_analytics/data/0/data_points");
        assertThat(points).extracting(point -> point.path("pricing_type").asText() + " " + point.path("volume"))
                .containsExactly("FREE_CUSTOMER_SERVICE 1", "REGULAR 1");
    }

    @Test
    void pairLimitAndFaultsCountForPeople() {
        stage.whatsApp.limit(new Limits(0, 0, 0, 1));
        chat.say("hello");
        send("text", Json.object("body", "one"));

        assertThat(Stage.code(send("text", Json.object("body", "two")))).isEqualTo(131056);

        stage.whatsApp.limit(Limits.NONE);
        stage.whatsApp.faults().next(Fault.RATE_LIMIT, 1);
        assertThat(Stage.code(send("text", Json.object("body", "three")))).isEqualTo(130429);
    }

    @Test
    void strangerHasNoChat() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> stage.whatsApp.privateChat(Stage.PHONE, "m9").say("hello"))
                .withMessage("There is no person 'm9'. The people are [m1].");
    }
}
