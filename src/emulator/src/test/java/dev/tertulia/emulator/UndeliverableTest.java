package dev.tertulia.emulator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;

/** Messages to nobody. */
class UndeliverableTest {
    private final Stage stage = new Stage();

    @ParameterizedTest
    @ValueSource(strings = {"US.99999999999999999999", "+12"})
    void whatReachesNobodyFails(String nobody) {
        Response response = stage.send(PrivateChatTest.toPerson(nobody, "template",
                Json.object("name", "hello", "language", Json.object("code", "en"))));

        assertThat(response.status()).isEqualTo(200);
        assertThat(stage.heard()).singleElement().satisfies(value -> {
            assertThat(value.at("/statuses/0/status").asText()).isEqualTo("failed");
            assertThat(value.at("/statuses/0/errors/0/code").asInt()).isEqualTo(131026);
        });
    }

    @Test
    void recipientWithoutADigitIsRefused() {
        assertThat(Stage.code(stage.send(PrivateChatTest.toPerson("+", "text", Json.object("body", "pong")))))
                .isEqualTo(131009);
    }
}
