package dev.tertulia.emulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LimitsTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void openTheWindow() {
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
    }

    private List<Integer> codes(int calls, Supplier<Response> call) {
        return IntStream.range(0, calls).mapToObj(i -> Stage.code(call.get())).toList();
    }

    @Test
    void eightyOneMessagesInASecondGetOneRefusalAndNothingElse() throws Exception {
        var whatsApp = new FakeWhatsApp(AccountSettings.demo(), MovableClock.stoppedAt(Stage.START));
        String group = whatsApp.createGroup("Book club").id();
        whatsApp.say(group, whatsApp.join(group, "Ana", null).id(), "hello");
        whatsApp.limitMessages(80);
        var answers = new ArrayList<String>();
        try (var emulator = Emulator.start(0, whatsApp); var browser = new Browser(emulator.url())) {
            for (int i = 0; i < 81; i++) {
                var response = browser.call("POST", "/v25.0/106540352242922/messages", """
                        {"messaging_product":"whatsapp","recipient_type":"group","to":"%s","text":{"body":"hi"}}"""
                        .formatted(group));
                answers.add(response.statusCode() + " " + Json.read(response.body().getBytes()).at("/error/code"));
            }
        }

        assertThat(answers.subList(0, 80)).containsOnly("200 ");
        assertThat(answers.get(80)).isEqualTo("400 130429");
    }

    @Test
    void operationsOnGroupsHaveALaneOfTheirOwn() {
        stage.whatsApp.limit(new Limits(0, 1, 0, 0));

        var renamed = codes(3, () -> stage.post(stage.group, Json.object("subject", "Other")));
        int message = stage.sendText("hello").status();
        stage.whatsApp.clock().advance(Duration.ofSeconds(1));
        var later = codes(1, () -> stage.post(stage.group, Json.object("subject", "Another")));

        assertThat(renamed).containsExactly(0, 131208, 131208);
        assertThat(message).isEqualTo(200);
        assertThat(later).containsExactly(0);
    }

    @Test
    void onePersonGetsABurstAndThenOneInSixSeconds() {
        stage.whatsApp.limit(new Limits(0, 0, 0, 45));
        var invitation = stage.template("invite").put("recipient_type", "individual").put("to", "+16505551234");

        var first = codes(46, () -> stage.send(invitation));
        stage.whatsApp.clock().advance(Duration.ofSeconds(12));
        var later = codes(3, () -> stage.send(invitation));
        var other = codes(1, () -> stage.send(invitation.put("to", "+16505559999")));

        assertThat(first.subList(0, 45)).containsOnly(0);
        assertThat(first.getLast()).isEqualTo(131056);
        assertThat(later).containsExactly(0, 0, 131056);
        assertThat(other).containsExactly(0);
    }

    @Test
    void accountHasAnHourlyBudget() {
        stage.whatsApp.limit(new Limits(0, 0, 2, 0));

        var listed = codes(3, () -> stage.call("GET", "102290129340398/message_templates", Map.of(), ""));

        assertThat(listed).containsExactly(0, 0, 80007);
    }

    @Test
    void limitBelowNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(80, -1, 0, 0))
                .withMessage("A limit is 0 (none) or more, not -1.");
    }
}
