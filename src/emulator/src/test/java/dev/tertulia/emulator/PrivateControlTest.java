package dev.tertulia.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Private chats over the control interface, with real sockets. */
class PrivateControlTest {
    private final FakeWhatsApp whatsApp = new FakeWhatsApp(AccountSettings.demo(), MovableClock.stoppedAt(Stage.START));
    private Emulator emulator;
    private Browser browser;
    private FakeBot bot;

    @BeforeEach
    void start() throws Exception {
        bot = new FakeBot();
        emulator = Emulator.start(0, whatsApp);
        browser = new Browser(emulator.url());
        control("PUT", "/webhook", Json.object("url", bot.url()));
    }

    @AfterEach
    void stop() {
        browser.close();
        emulator.close();
        bot.close();
    }

    private JsonNode control(String method, String path, ObjectNode body) throws Exception {
        return browser.json(method, "/emulator" + path, body.isEmpty() ? "" : body.toString());
    }

    private String sent(ObjectNode message) throws Exception {
        String path = "/v25.0/" + Stage.PHONE + "/messages";
        return browser.json("POST", path, message.toString()).at("/messages/0/id").asText();
    }

    private JsonNode heard() throws Exception {
        return Json.read(bot.next().getBytes()).at("/entry/0/changes/0/value");
    }

    /** Returns the next message that the bot hears; other webhooks are dropped. */
    private JsonNode message() throws Exception {
        JsonNode message = heard().at("/messages/0");
        return message.isMissingNode() ? message() : message;
    }

    @Test
    void personWritesReadsAndTaps() throws Exception {
        JsonNode ana = control("POST", "/people", Json.object("name", "Ana", "phone", "+1 650 555 1234"));
        String people = "/people/" + ana.at("/person/id").asText();
        assertThat(ana.path("messages")).isEmpty();

        String hello = control("POST", people + "/messages", Json.object("text", "hello")).path("id").asText();
        assertThat(heard().at("/messages/0/id").asText()).isEqualTo(hello);
        String question = sent(PrivateChatTest.toPerson("16505551234", "interactive", PrivateChatTest.buttons()));
        heard();
        heard();
        heard();
        control("POST", people + "/taps", Json.object("message", question, "id", "yes"));
        assertThat(heard().at("/messages/0/interactive/button_reply/title").asText()).isEqualTo("Yes");

        JsonNode chat = control("GET", "/people/16505551234/messages?number=" + Stage.PHONE, Json.object());
        assertThat(chat.path("messages")).extracting(message -> message.path("text").asText()).containsExactly("hello",
                "Do you come?", "Yes");
        assertThat(chat.at("/messages/1/choices/all/0")).isEqualTo(Json.read("""
                {"kind":"button","id":"yes","title":"Yes","description":null,"section":null}""".getBytes()));
        assertThat(chat.path("window_until").asText()).isEqualTo("2025-10-15T12:48:20Z");
        assertThat(control("GET", "/state", Json.object()).at("/chats/0")).isEqualTo(chat);
    }

    @Test
    void mistakesAreExplained() throws Exception {
        assertThat(control("GET", "/people/m1/messages", Json.object()).path("error").asText())
                .isEqualTo("There is no person 'm1'. The people are [].");
        control("POST", "/people", Json.object("name", "Ana"));
        assertThat(control("POST", "/people/m1/messages", Json.object("text", "hi", "quoted", "wamid.a")).path("error")
                .asText())
                .isEqualTo("Nothing in 'the chat with Ana' has the id 'wamid.a', so it cannot be quoted.");
        assertThat(control("POST", "/people/m1/taps", Json.object("message", "wamid.a")).path("error").asText())
                .isEqualTo("The body needs 'id', for example {\"id\": \"…\"}.");
    }

    @Test
    void quickReplyIsTappedInAGroup() throws Exception {
        String group = whatsApp.createGroup("Book club").id();
        String ana = whatsApp.join(group, "Ana", null).id();
        String template = sent(Json.object("messaging_product", "whatsapp", "recipient_type", "group", "to", group,
                "type", "template", "template", Json.read("""
                        {"name":"offer","language":{"code":"en"},"components":[{"type":"button","sub_type":"quick_reply",
                         "index":"0","parameters":[{"type":"payload","payload":"COUNT_ME_IN"}]}]}""".getBytes())));

        control("POST", "/groups/" + group + "/taps",
                Json.object("from", ana, "message", template, "id", "COUNT_ME_IN"));

        JsonNode message = message();
        assertThat(message.path("group_id").asText()).isEqualTo(group);
        assertThat(message.at("/button/payload").asText()).isEqualTo("COUNT_ME_IN");
    }

    @Test
    void graphApiIsCalledWithAQuery() throws Exception {
        String group = whatsApp.createGroup("Book club").id();

        JsonNode answer = control("POST", "/graph",
                Json.object("method", "GET", "path", "/v25.0/" + group + "?fields=subject%2Csuspended"));

        assertThat(answer).isEqualTo(Json.object("messaging_product", "whatsapp", "id", group, "subject", "Book club",
                "suspended", false));
    }

    @Test
    void contentThatIsNoObject() throws Exception {
        control("POST", "/people", Json.object("name", "Ana"));

        assertThat(control("POST", "/people/m1/messages", Json.object("type", "location", "content", "here"))
                .path("error").asText())
                .isEqualTo("'content' is what the webhook shows for the type, such as"
                        + " {\"latitude\": 38.7, \"longitude\": -9.1}, not 'here'.");
    }
}
