package dev.tertulia.emulator;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;

class WindowTest {
    private final Stage stage = new Stage();

    private void afterSheenaWrote(Duration passed) {
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
        stage.heard();
        stage.whatsApp.clock().advance(passed);
    }

    @Test
    void freeFormPassesWhileTheWindowIsOpen() {
        afterSheenaWrote(Duration.ofHours(24).minusSeconds(1));

        stage.sendText("pong");

        assertThat(stage.heard().getFirst().at("/statuses/0/status").asText()).isEqualTo("sent");
        assertThat(stage.whatsApp.violations()).isZero();
    }

    @Test
    void freeFormIsAcceptedAndFailsOnceTheWindowIsShut() {
        afterSheenaWrote(Duration.ofHours(24));

        Response response = stage.sendText("pong");

        String id = Stage.json(response).at("/messages/0/id").asText();
        assertThat(response.status()).isEqualTo(200);
        assertThat(stage.heard()).containsExactly(stage.wire("statuses.group.failed.re_engagement_131047",
                "wamid.HBgSMTIwMzYzNDA0Njk0MjMzODIwFQgAERgSNzBDNkVCRTZCNERDRkE1Q0Y1AA==", id, "1760446100",
                "1760532500"));
        assertThat(stage.whatsApp.violations()).isEqualTo(1);
        assertThat(stage.whatsApp.transcript(stage.group).getLast().error()).isEqualTo("131047 Re-engagement message");
    }

    @Test
    void templatePassesInAShutWindow() {
        afterSheenaWrote(Duration.ofHours(25));

        stage.send(stage.template("welcome", "Ana"));

        assertThat(stage.heard().getFirst().at("/statuses/0/status").asText()).isEqualTo("sent");
        assertThat(stage.whatsApp.violations()).isZero();
    }

    @Test
    void windowIsShutBeforeAnybodyWrote() {
        stage.sendText("Hi, I am your bot");

        assertThat(stage.heard().getFirst().at("/statuses/0/errors/0/code").asInt()).isEqualTo(131047);
    }

    @Test
    void olderMessageDoesNotShortenTheWindow() {
        afterSheenaWrote(Duration.ZERO);

        stage.whatsApp.say(stage.group, stage.sheena.id(), "late", Stage.START.minus(Duration.ofHours(3)));

        assertThat(stage.whatsApp.groups().getFirst().windowUntil()).isEqualTo(Stage.START.plus(Duration.ofHours(24)));
    }

    @Test
    void joiningOpensNoWindow() {
        stage.whatsApp.join(stage.group, "Ben", null);

        assertThat(stage.whatsApp.groups().getFirst().windowUntil()).isNull();
    }
}
