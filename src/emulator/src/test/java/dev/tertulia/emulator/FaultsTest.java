package dev.tertulia.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultsTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void openTheWindow() {
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
        stage.heard();
    }

    @ParameterizedTest
    @CsvSource({"RATE_LIMIT,400,130429", "PAIR_LIMIT,400,131056", "WINDOW_SHUT,400,131047", "SERVER_ERROR,500,131000",
            "TOKEN_EXPIRED,401,190", "UNAVAILABLE,503,2", "MAINTENANCE,500,131057", "APP_LIMIT,400,4",
            "ACCOUNT_LIMIT,400,80007", "TEMPLATE_PAUSED,400,132015"})
    void callIsRefusedOnceAndNothingIsSent(Fault fault, int status, int code) {
        stage.whatsApp.faults().next(fault, 1);

        Response refused = stage.sendText("one");
        Response accepted = stage.sendText("two");

        assertThat(refused.status()).isEqualTo(status);
        assertThat(Stage.code(refused)).isEqualTo(code);
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(stage.heard()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"UNREADABLE,200,<!DOCTYPE", "EMPTY_OBJECT,200,{}", "NO_BODY,200,''",
            "ERROR_WITH_200,200,'{\"error\":{'",
            "TOO_MANY_REQUESTS,429,<!DOCTYPE", "REQUEST_TIMEOUT,408,<!DOCTYPE", "TRANSIENT,400,'{\"error\":{'"})
    void answerSaysNothingAndNothingIsSent(Fault fault, int status, String start) {
        stage.whatsApp.faults().next(fault, 1);

        Response response = stage.sendText("one");

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.text()).startsWith(start).hasSizeGreaterThanOrEqualTo(start.length());
        assertThat(stage.heard()).isEmpty();
        assertThat(stage.sendText("two").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"UNREADABLE_ACCEPTED,<!DOCTYPE", "EMPTY_OBJECT_ACCEPTED,{}", "NO_BODY_ACCEPTED,''"})
    void answerSaysNothingAndYetTheMessageWentOut(Fault fault, String start) {
        stage.whatsApp.faults().next(fault, 1);

        Response response = stage.sendText("one");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).startsWith(start).doesNotContain("wamid");
        assertThat(stage.heard()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"QUESTION_UNREADABLE,<!DOCTYPE", "QUESTION_EMPTY_OBJECT,{}"})
    void listCannotBeReadOnce(Fault fault, String start) {
        stage.whatsApp.faults().next(fault, 1);

        Response unreadable = stage.call("GET", Stage.PHONE + "/groups", Map.of(), "");
        Response list = stage.call("GET", Stage.PHONE + "/groups", Map.of(), "");

        assertThat(unreadable.status()).isEqualTo(200);
        assertThat(unreadable.text()).startsWith(start);
        assertThat(Stage.json(list).path("data")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"OPERATION_UNREADABLE,200,1", "OPERATION_UNREADABLE_ACCEPTED,200,2",
            "OPERATION_TOO_MANY_REQUESTS,429,1"})
    void operationGetsAPage(Fault fault, int status, int groups) {
        stage.whatsApp.faults().next(fault, 1);

        Response response = stage.post(Stage.PHONE + "/groups",
                Json.object("messaging_product", "whatsapp", "subject", "Tea"));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.text()).startsWith("<!DOCTYPE");
        stage.heard();
        assertThat(stage.whatsApp.groups()).hasSize(groups);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ids", "date_format"})
    void removedParametersAreErrors(String parameter) {
        Response group = stage.call("GET", stage.group, Map.of(parameter, "U"), "");
        Response root = stage.whatsApp.handle(new Request("GET", "/v25.0/", Map.of(parameter, stage.group),
                Map.of("authorization", "Bearer demo-token"), new byte[0]));
        Response post = stage.call("POST", Stage.PHONE + "/messages", Map.of(parameter, "U"), "{}");

        assertThat(List.of(group, root, post)).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(400);
            assertThat(Stage.json(response).at("/error/message").asText())
                    .isEqualTo("(#100) The parameter " + parameter + " is no longer supported.");
        });
        assertThat(stage.call("GET", stage.group, Map.of("pretty", "1", "debug", "all"), "").status()).isEqualTo(200);
    }

    @Test
    void serverErrorHidesThatTheMessageWentOut() {
        stage.whatsApp.faults().next(Fault.SERVER_ERROR_ACCEPTED, 1);

        Response response = stage.send(stage.text("one").put("biz_opaque_callback_data", "o-1"));

        assertThat(response.status()).isEqualTo(500);
        assertThat(stage.heard().getFirst().at("/statuses/0/biz_opaque_callback_data").asText()).isEqualTo("o-1");
    }

    @Test
    void timeOutIsNeverAnsweredAndNothingIsSent() {
        stage.whatsApp.faults().next(Fault.TIMEOUT, 1);

        Response response = stage.sendText("one");

        assertThat(response.isNever()).isTrue();
        assertThat(stage.heard()).isEmpty();
        assertThat(stage.whatsApp.calls().getLast().status()).isZero();
    }

    @Test
    void timeOutMayHideThatTheMessageWentOut() {
        stage.whatsApp.faults().next(Fault.TIMEOUT_ACCEPTED, 1);

        Response response = stage.sendText("one");

        assertThat(response.isNever()).isTrue();
        assertThat(stage.heard()).hasSize(3);
    }

    @Test
    void acceptedMessageFailsLater() {
        stage.whatsApp.faults().next(Fault.LATE_FAILURE_130429, 1);

        Response response = stage.sendText("one");

        assertThat(response.status()).isEqualTo(200);
        assertThat(stage.heard()).singleElement()
                .satisfies(value -> assertThat(value.at("/statuses/0/errors/0/code").asInt()).isEqualTo(130429));
        assertThat(stage.whatsApp.violations()).isZero();
    }

    @Test
    void faultForOneGroupLeavesOthersAlone() {
        stage.whatsApp.faults().nextTo("another group", Fault.PAIR_LIMIT, 1);
        stage.whatsApp.faults().nextTo(stage.group, Fault.MAINTENANCE, 1);

        assertThat(Stage.code(stage.sendText("one"))).isEqualTo(131057);
        assertThat(stage.sendText("two").status()).isEqualTo(200);
    }

    @Test
    void clearingForgetsWhatWasOrdered() {
        stage.whatsApp.faults().next(Fault.TIMEOUT, 5);

        stage.whatsApp.faults().clear();

        assertThat(stage.sendText("one").status()).isEqualTo(200);
    }

    @Test
    void faultHappensAtLeastOnce() {
        assertThatThrownBy(() -> stage.whatsApp.faults().next(Fault.TIMEOUT, 0))
                .hasMessage("times is 1 or more, not 0.");
    }

    @Test
    void surplusAboveTheRateIsRefusedAndOnlyThat() {
        stage.whatsApp.limitMessages(80);

        var first = IntStream.range(0, 100).map(i -> stage.sendText("n" + i).status()).boxed().toList();
        int surplus = Stage.code(stage.sendText("too much"));
        stage.whatsApp.clock().advance(Duration.ofMillis(999));
        int early = stage.sendText("too early").status();
        stage.whatsApp.clock().advance(Duration.ofMillis(1));
        var later = IntStream.range(0, 100).map(i -> stage.sendText("m" + i).status()).boxed().toList();

        assertThat(first.subList(0, 80)).containsOnly(200);
        assertThat(first.subList(80, 100)).containsOnly(400);
        assertThat(surplus).isEqualTo(130429);
        assertThat(early).isEqualTo(400);
        assertThat(later.stream().filter(status -> status == 200)).hasSize(80);
    }
}
