package dev.tertulia.emulator;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Limits of buttons, lists and links, and of the other messages that only people can get. */
class InteractiveTest {
    private final Stage stage = new Stage();

    private Response send(String type, Object content) {
        return stage.send(PrivateChatTest.toPerson("16505551234", type, content));
    }

    private static ObjectNode buttons(ObjectNode... buttons) {
        return Json.object("type", "button", "body", Json.object("text", "?"), "action",
                Json.object("buttons", List.of(buttons)));
    }

    private static ObjectNode button(String id, String title) {
        return PrivateChatTest.button(id, title);
    }

    private static ObjectNode list(String label, Object... sections) {
        return Json.object("type", "list", "body", Json.object("text", "?"), "action",
                Json.object("button", label, "sections", List.of(sections)));
    }

    private static ObjectNode section(String title, ObjectNode... rows) {
        return Json.object("title", title, "rows", List.of(rows));
    }

    private static ObjectNode row(String id, String title, String description) {
        return Json.object("id", id, "title", title, "description", description);
    }

    private static ObjectNode[] rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> row("r" + i, "Row", null)).toArray(ObjectNode[]::new);
    }

    private static ObjectNode link(String label, String url) {
        return Json.object("type", "cta_url", "body", Json.object("text", "?"), "action",
                Json.object("name", "cta_url", "parameters", Json.object("display_text", label, "url", url)));
    }

    static Stream<ObjectNode> taken() {
        return Stream.of(
                buttons(button("a".repeat(256), "x".repeat(20)), button("b", "y"), button("c", "z")),
                list("x".repeat(20), section("One", row("a".repeat(200), "x".repeat(24), "y".repeat(72))),
                        section("Two", rows(9))),
                list("Options", Json.object("rows", List.of(rows(10)))), link("Open", "https://example.org"));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void whatIsWithinTheLimitsIsAccepted(ObjectNode content) {
        assertThat(send("interactive", content).status()).isEqualTo(200);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(buttons(), 131009, "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3"),
                arguments(buttons(button("a", "a"), button("b", "b"), button("c", "c"), button("d", "d")), 131009,
                        "Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3"),
                arguments(buttons(button("a", "x".repeat(21))), 131009,
                        "Button title length invalid. Min length: 1, Max length: 20"),
                arguments(buttons(button("a".repeat(257), "a")), 131009,
                        "Button id length invalid. Min length: 1, Max length: 256"),
                arguments(buttons(button("a", "a"), button("a", "b")), 131009, "Button id 'a' is duplicated"),
                arguments(buttons(button("a", "a"), button("b", "a")), 131009, "Button title 'a' is duplicated"),
                arguments(buttons(button("a", null)), 131008, "Parameter 'reply.title' is mandatory."),
                arguments(buttons(Json.object("reply", Json.object("id", "a", "title", "a"))), 131008,
                        "Parameter 'button.type' is mandatory."),
                arguments(buttons(button("a", "a").put("type", "url")), 131009, "Button type must be reply"),
                arguments(buttons(button("a", "a")).set("header", Json.object("text", "?")), 131008,
                        "Parameter 'interactive.header.type' is mandatory."),
                arguments(list("x".repeat(21), section("One", rows(1))), 131009,
                        "Button label length invalid. Min length: 1, Max length: 20"),
                arguments(list("Options", section("One", rows(11))), 131009,
                        "Invalid total row count. Min allowed rows: 1, Max allowed rows: 10"),
                arguments(list("Options"), 131009,
                        "Invalid total row count. Min allowed rows: 1, Max allowed rows: 10"),
                arguments(list("Options", section(null, row("a", "a", null)), section("Two", row("b", "b", null))),
                        131008, "Parameter 'section.title' is mandatory."),
                arguments(list("Options", section("One", row("a", "x".repeat(25), null))), 131009,
                        "Row title length invalid. Min length: 1, Max length: 24"),
                arguments(list("Options", section("One", row("a", "a", "x".repeat(73)))), 131009,
                        "Row description length invalid. Min length: 1, Max length: 72"),
                arguments(list("Options", section("One", row("a".repeat(201), "a", null))), 131009,
                        "Row id length invalid. Min length: 1, Max length: 200"),
                arguments(list("Options", section("One", row("a", "a", null), row("a", "b", null))), 131009,
                        "Row id 'a' is duplicated"),
                arguments(link("x".repeat(21), "https://example.org"), 131009,
                        "Display text length invalid. Min length: 1, Max length: 20"),
                arguments(link("Open", "example.org"), 131009, "Param url must be an http or https address"),
                arguments(Json.object("type", "button", "action", Json.object()), 131008,
                        "Parameter 'interactive.body.text' is mandatory."),
                arguments(Json.object("type", "button", "body", Json.object("text", "?")), 131008,
                        "Parameter 'interactive.action' is mandatory."),
                arguments(Json.object("type", "poll"), 100,
                        "Param interactive['type'] must be one of {BUTTON, LIST, CTA_URL} - got \"poll\"."));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsBeyondTheLimitsIsRefused(ObjectNode content, int code, String details) {
        Response response = send("interactive", content);

        assertThat(response.status()).isEqualTo(400);
        assertThat(Stage.code(response)).isEqualTo(code);
        assertThat(Stage.json(response).at("/error/error_data/details").asText()).isEqualTo(details);
    }

    @Test
    void groupsGetNoneOfThem() {
        Response response = stage.send(stage.toGroup("interactive", buttons(button("a", "a"))));

        assertThat(response.status()).isEqualTo(400);
        assertThat(Stage.code(response)).isEqualTo(131051);
        assertThat(Stage.code(stage.send(stage.toGroup("reaction", Json.object("message_id", "wamid.a")))))
                .isEqualTo(131051);
    }

    @Test
    void otherContentIsChecked() {
        assertThat(Stage.code(send("reaction", Json.object("emoji", "👍")))).isEqualTo(131008);
        assertThat(Stage.code(send("location", Json.object("latitude", 1)))).isEqualTo(131008);
        assertThat(Stage.code(send("location", Json.object("latitude", 91, "longitude", 1)))).isEqualTo(131009);
        assertThat(Stage.code(send("contacts", List.of()))).isEqualTo(131008);
        assertThat(Stage.code(send("contacts", List.of(Json.object("name", Json.object()))))).isEqualTo(131008);
    }

    @Test
    void authenticationNeedsAPhoneNumber() {
        stage.whatsApp.templates().add("code", "en", "Your code", "AUTHENTICATION");
        ObjectNode template = Json.object("name", "code", "language", Json.object("code", "en"));

        assertThat(send("template", template).status()).isEqualTo(200);
        assertThat(Stage.code(stage.send(PrivateChatTest.toPerson(stage.sheena.userId(), "template", template))))
                .isEqualTo(131062);
    }
}
