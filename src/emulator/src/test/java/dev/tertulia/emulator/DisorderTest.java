package dev.tertulia.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.emulator.webhook.DeliverySettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DisorderTest {
    private final Stage stage = new Stage();

    private void say(int times) {
        IntStream.range(0, times).forEach(i -> stage.whatsApp.say(stage.group, stage.sheena.id(), "n" + i));
    }

    private static List<String> texts(List<JsonNode> values) {
        return values.stream().map(value -> value.at("/messages/0/text/body").asText()).toList();
    }

    @Test
    void batchesHoldAsManyAsAreAllowed() {
        stage.whatsApp.webhooks().delivery(new DeliverySettings(3, 0, false, Duration.ZERO));
        say(7);

        while (stage.whatsApp.webhooks().deliverNext()) {
            continue;
        }

        assertThat(stage.bot.webhooks()).extracting(one -> one.at("/entry/0/changes").size()).containsExactly(3, 3, 1);
        assertThat(stage.bot.webhooks().getFirst().at("/entry/0/changes/2/value/messages/0/text/body").asText())
                .isEqualTo("n2");
    }

    @Test
    void failedBatchComesAgainAsItWas() {
        stage.whatsApp.webhooks().delivery(new DeliverySettings(10, 0, false, Duration.ZERO));
        say(2);
        stage.bot.answer(500);
        stage.whatsApp.webhooks().deliverNext();
        say(1);

        stage.whatsApp.webhooks().deliverNext();
        stage.whatsApp.webhooks().deliverNext();

        assertThat(stage.bot.bodies().get(1)).isEqualTo(stage.bot.bodies().getFirst());
        assertThat(stage.bot.webhooks().get(2).at("/entry/0/changes")).hasSize(1);
    }

    @Test
    void statusesOfOneParticipantBecomeOneWebhook() {
        say(1);
        stage.heard();
        stage.whatsApp.receipts(new Receipts(false, true, false, false, false));
        stage.whatsApp.webhooks().delivery(new DeliverySettings(10, 0, false, Duration.ZERO));
        stage.sendText("one");
        stage.sendText("two");

        stage.whatsApp.webhooks().deliverNext();

        assertThat(stage.bot.webhooks().getFirst().at("/entry/0/changes"))
                .extracting(change -> change.at("/value/statuses").size() + " "
                        + change.at("/value/statuses/0/status").asText())
                .containsExactly("1 sent", "2 delivered", "1 sent");
    }

    @Test
    void duplicatesComeOnceMore() {
        stage.whatsApp.webhooks().delivery(new DeliverySettings(1, 100, false, Duration.ZERO));
        say(2);

        assertThat(texts(stage.heard())).containsExactly("n0", "n1", "n0", "n1");
    }

    @Test
    void shuffledOnesAllCome() {
        stage.whatsApp.webhooks().delivery(new DeliverySettings(1, 0, true, Duration.ZERO));
        say(20);
        var sent = IntStream.range(0, 20).mapToObj(i -> "n" + i).toList();

        assertThat(texts(stage.heard())).containsExactlyInAnyOrderElementsOf(sent).isNotEqualTo(sent);
    }

    @Test
    void lateOnesWaitForTheClock() {
        stage.whatsApp.webhooks().delivery(new DeliverySettings(1, 0, false, Duration.ofHours(1)));
        say(1);

        var early = stage.heard();
        stage.whatsApp.clock().advance(Duration.ofHours(1));

        assertThat(early).isEmpty();
        assertThat(texts(stage.heard())).containsExactly("n0");
    }

    @Test
    void textsMayBeEscaped() {
        stage.whatsApp.webhooks().delivery(new DeliverySettings(1, 0, false, Duration.ZERO, true, false));
        stage.whatsApp.say(stage.group, stage.sheena.id(), "h\u00e9llo \uD83D\uDC4D a/b");

        stage.whatsApp.webhooks().deliverNext();

        String body = new String(stage.bot.bodies().getFirst(), StandardCharsets.UTF_8);
        assertThat(body).contains("{\"body\":\"h\\u00e9llo \\ud83d\\udc4d a\\/b\"}").matches("\\p{ASCII}*");
        assertThat(texts(stage.bot.values())).containsExactly("h\u00e9llo \uD83D\uDC4D a/b");
    }

    @Test
    void textsAreUtf8Otherwise() {
        stage.whatsApp.say(stage.group, stage.sheena.id(), "h\u00e9llo \uD83D\uDC4D a/b");

        stage.whatsApp.webhooks().deliverNext();

        assertThat(new String(stage.bot.bodies().getFirst(), StandardCharsets.UTF_8))
                .contains("{\"body\":\"h\u00e9llo \uD83D\uDC4D a/b\"}");
    }

    @Test
    void everyObjectMayHaveFieldsThatNobodyKnows() {
        say(1);
        stage.whatsApp.webhooks().delivery(new DeliverySettings(1, 0, false, Duration.ZERO, false, true));

        stage.whatsApp.webhooks().deliverNext();

        JsonNode webhook = stage.bot.webhooks().getFirst();
        assertThat(List.of("", "/entry/0", "/entry/0/changes/0", "/entry/0/changes/0/value",
                "/entry/0/changes/0/value/messages/0", "/entry/0/changes/0/value/messages/0/text"))
                .allSatisfy(place -> assertThat(webhook.at(place + "/not_known_yet/since").asText())
                        .isEqualTo("v99.0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|0|0|A delivery holds 1 to 1000 webhooks, not 0.",
            "1|101|0|duplicates is a percentage from 0 to 100, not 101.",
            "1|0|-1|late is a duration of zero or more, not PT-1S."})
    void disorderThatCannotBe(int batch, int duplicates, int late, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeliverySettings(batch, duplicates, false, Duration.ofSeconds(late)))
                .withMessage(message);
    }
}
