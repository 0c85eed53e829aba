package dev.tertulia.emulator;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryTest {
    private final Stage stage = new Stage();

    private void say(String text) {
        stage.cloud.say(stage.group, stage.sheena.id(), text);
    }

    @Test
    void webhooksWaitUntilThereIsATarget() {
        var cloud = new Cloud(CloudSettings.demo(), MovableClock.stoppedAt(Stage.START));
        var bot = new RecordingWebhooks();
        cloud.createGroup("Book club");

        boolean early = cloud.deliverNext();
        cloud.webhooksTo(bot);
        boolean late = cloud.deliverNext();

        assertThat(early).isFalse();
        assertThat(late).isTrue();
        assertThat(bot.bodies()).hasSize(1);
    }

    @Test
    void failedOneComesAgainWithTheSameBytes() {
        say("hello");
        stage.bot.answer(500, 0);

        boolean first = stage.cloud.deliverNext();
        boolean second = stage.cloud.deliverNext();
        boolean third = stage.cloud.deliverNext();

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

        stage.cloud.deliverNext();
        stage.cloud.deliverNext();
        stage.cloud.deliverNext();

        assertThat(stage.bot.values()).extracting(value -> value.at("/messages/0/text/body").asText())
                .containsExactly("one", "two", "one");
    }

    @Test
    void failedOneIsGivenUpAfterSevenDays() {
        say("hello");
        stage.bot.answer(503);
        stage.cloud.deliverNext();

        stage.cloud.clock().advance(Duration.ofDays(7).plusSeconds(1));

        assertThat(stage.cloud.deliverNext()).isFalse();
        assertThat(stage.bot.bodies()).hasSize(1);
    }

    @Test
    void botMayCallBackWhileItIsCalled() {
        stage.cloud.webhooksTo((signature, body) -> stage.sendText("pong").status());
        say("/ping");

        boolean delivered = stage.cloud.deliverNext();

        assertThat(delivered).isTrue();
        assertThat(stage.cloud.transcript(stage.group).getLast().text()).isEqualTo("pong");
    }

    @Test
    void signalMayDeliverRightAway() {
        var signals = new AtomicInteger();
        stage.cloud.onWork(() -> {
            signals.incrementAndGet();
            stage.cloud.deliverNext();
        });

        say("hello");

        assertThat(signals).hasValue(1);
        assertThat(stage.bot.bodies()).hasSize(1);
    }

    @Test
    void backgroundTriesAgainByItself() {
        stage.bot.answer(500, 500);
        var background = Deliverer.start(stage.cloud);
        say("hello");

        Awaitility.await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(10))
                .until(() -> stage.bot.bodies().size() == 3);
        background.close();
    }

    @Test
    void equalSeedsAndScriptsGiveEqualBytes() {
        var other = new Stage();
        for (Stage one : new Stage[]{stage, other}) {
            MemberView ben = one.cloud.join(one.group, "Ben", null);
            one.cloud.say(one.group, ben.id(), "hello");
            one.sendText("pong");
            one.post(Stage.PHONE + "/groups", Json.object("subject", "Second"));
            while (one.cloud.deliverNext()) {
                continue;
            }
        }

        assertThat(stage.bot.bodies()).hasSize(6).containsExactlyElementsOf(other.bot.bodies());
        assertThat(stage.cloud.calls()).isEqualTo(other.cloud.calls());
    }

    @Test
    void otherSeedsGiveOtherIds() {
        var other = new Cloud(CloudSettings.demo().withSeed(7), MovableClock.stoppedAt(Stage.START));

        assertThat(other.createGroup("New Purchase Inquiry").id()).isNotEqualTo(stage.group);
    }

    @Test
    void resetForgetsEverything() {
        say("hello");

        stage.cloud.reset();

        assertThat(stage.cloud.groups()).isEmpty();
        assertThat(stage.cloud.deliverNext()).isFalse();
        assertThat(stage.cloud.createGroup("Again").id()).isEqualTo(stage.group);
    }
}
