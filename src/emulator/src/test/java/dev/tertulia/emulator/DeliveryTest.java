package dev.tertulia.emulator;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryTest {
    private final Stage stage = new Stage();

    private void say(String text) {
        stage.whatsApp.say(stage.group, stage.sheena.id(), text);
    }

    @Test
    void webhooksWaitUntilThereIsATarget() {
        var whatsApp = new FakeWhatsApp(AccountSettings.demo(), MovableClock.stoppedAt(Stage.START));
        var bot = new RecordingWebhooks();
        whatsApp.createGroup("Book club");

        boolean early = whatsApp.webhooks().deliverNext();
        whatsApp.webhooks().to(bot);
        boolean late = whatsApp.webhooks().deliverNext();

        assertThat(early).isFalse();
        assertThat(late).isTrue();
        assertThat(bot.bodies()).hasSize(1);
    }

    @Test
    void failedOneComesAgainWithTheSameBytes() {
        say("hello");
        stage.bot.answer(500, 0);

        boolean first = stage.whatsApp.webhooks().deliverNext();
        boolean second = stage.whatsApp.webhooks().deliverNext();
        boolean third = stage.whatsApp.webhooks().deliverNext();

        assertThat(first).isFalse();
        assertThat(second).isFalse();
        assertThat(third).isTrue();
        assertThat(stage.bot.bodies()).hasSize(3);
        assertThat(stage.bot.bodies().get(2)).isEqualTo(stage.bot.bodies().get(0));
        assertThat(stage.bot.signatures().get(2)).isEqualTo(stage.bot.signatures().get(0));
    }

    @Test
    void failedOneLetsTheOthersGoFirst() {
        say("one");
        say("two");
        stage.bot.answer(503);

        stage.whatsApp.webhooks().deliverNext();
        stage.whatsApp.webhooks().deliverNext();
        stage.whatsApp.webhooks().deliverNext();

        assertThat(stage.bot.values()).extracting(value -> value.at("/messages/0/text/body").asText())
                .containsExactly("one", "two", "one");
    }

    @Test
    void failedOneIsGivenUpAfterSevenDays() {
        say("hello");
        stage.bot.answer(503);
        stage.whatsApp.webhooks().deliverNext();

        stage.whatsApp.clock().advance(Duration.ofDays(7).plusSeconds(1));

        assertThat(stage.whatsApp.webhooks().deliverNext()).isFalse();
        assertThat(stage.bot.bodies()).hasSize(1);
    }

    @Test
    void botMayCallBackWhileItIsCalled() {
        stage.whatsApp.webhooks().to((signature, body) -> stage.sendText("pong").status());
        say("/ping");

        boolean delivered = stage.whatsApp.webhooks().deliverNext();

        assertThat(delivered).isTrue();
        assertThat(stage.whatsApp.transcript(stage.group).getLast().text()).isEqualTo("pong");
    }

    @Test
    void signalMayDeliverRightAway() {
        var signals = new AtomicInteger();
        stage.whatsApp.webhooks().onWork(() -> {
            signals.incrementAndGet();
            stage.whatsApp.webhooks().deliverNext();
        });

        say("hello");

        assertThat(signals).hasValue(1);
        assertThat(stage.bot.bodies()).hasSize(1);
    }

    @Test
    void backgroundTriesAgainByItself() {
        stage.bot.answer(500, 500);
        var background = stage.whatsApp.webhooks().deliverInBackground();
        say("hello");

        Awaitility.await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(10))
                .until(() -> stage.bot.bodies().size() == 3);
        background.close();
    }

    @Test
    void equalSeedsAndScriptsGiveEqualBytes() {
        var other = new Stage();
        for (Stage one : new Stage[]{stage, other}) {
            MemberView ben = one.whatsApp.join(one.group, "Ben", null);
            one.whatsApp.say(one.group, ben.id(), "hello");
            one.sendText("pong");
            one.post(Stage.PHONE + "/groups", Json.object("subject", "Second"));
            while (one.whatsApp.webhooks().deliverNext()) {
                continue;
            }
        }

        assertThat(stage.bot.bodies()).hasSize(6).containsExactlyElementsOf(other.bot.bodies());
        assertThat(stage.whatsApp.calls()).isEqualTo(other.whatsApp.calls());
    }

    @Test
    void otherSeedsGiveOtherIds() {
        var other = new FakeWhatsApp(AccountSettings.demo().withSeed(7), MovableClock.stoppedAt(Stage.START));

        assertThat(other.createGroup("New Purchase Inquiry").id()).isNotEqualTo(stage.group);
    }

    @Test
    void resetForgetsEverything() {
        say("hello");

        stage.whatsApp.reset();

        assertThat(stage.whatsApp.groups()).isEmpty();
        assertThat(stage.whatsApp.webhooks().deliverNext()).isFalse();
        assertThat(stage.whatsApp.createGroup("Again").id()).isEqualTo(stage.group);
    }
}
