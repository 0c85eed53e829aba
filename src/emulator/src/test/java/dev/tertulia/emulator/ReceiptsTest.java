package dev.tertulia.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiptsTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void twoMembersAndAnOpenWindow() {
        stage.whatsApp.join(stage.group, "Ben", "16505551235");
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
        stage.heard();
    }

    /** Each delivery as status and recipients, for instance {@code read 16505551234 16505551235}. */
    private List<String> told() {
        stage.sendText("pong");
        return stage.heard().stream().map(value -> {
            var line = new StringBuilder(value.at("/statuses/0/status").asText());
            value.path("statuses").forEach(status -> {
                if (status.has("recipient_participant_id")) {
                    line.append(' ').append(status.path("recipient_participant_id").asText());
                }
            });
            return line.toString();
        }).toList();
    }

    @Test
    void togetherPerMessage() {
        assertThat(told()).containsExactly("sent", "delivered 16505551234 16505551235",
                "read 16505551234 16505551235");
    }

    @Test
    void eachAlone() {
        stage.whatsApp.receipts(new Receipts(false, true, true, false, false));

        assertThat(told()).containsExactly("sent", "delivered 16505551234", "delivered 16505551235",
                "read 16505551234", "read 16505551235");
    }

    @Test
    void backwards() {
        stage.whatsApp.receipts(new Receipts(true, true, true, true, false));

        assertThat(told()).extracting(line -> line.split(" ")[0]).containsExactly("read", "delivered", "sent");
    }

    @Test
    void twice() {
        stage.whatsApp.receipts(new Receipts(true, false, true, false, true));

        assertThat(told()).extracting(line -> line.split(" ")[0]).containsExactly("sent", "sent", "read", "read");
    }

    @Test
    void readWithoutDeliveredCarriesThePrice() {
        stage.whatsApp.receipts(new Receipts(true, false, true, false, false));

        stage.sendText("pong");

        JsonNode read = stage.heard().getLast();
        assertThat(read.at("/statuses/0/pricing").toString()).isEqualTo(
                "{\"billable\":false,\"pricing_model\":\"PMP\",\"type\":\"free_group_customer_service\",\"category\":\"group_service\"}");
    }

    @Test
    void priceIsEachParticipantsOwn() {
        stage.whatsApp.clock().advance(Duration.between(Stage.START, Instant.parse("2026-10-10T00:00:00Z")));
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
        for (int i = 0; i < 499; i++) {
            stage.sendText("pong");
        }
        stage.whatsApp.handle(new Request("POST", "/emulator/people/16505551234/messages", Map.of(), Map.of(),
                Json.bytes(Json.object("text", "hi"))));
        stage.send(stage.text("to one").put("recipient_type", "individual").put("to", "+16505551234"));
        stage.heard();

        stage.sendText("the last free one, and the first that is charged");

        assertThat(stage.heard().get(1).findValues("pricing")).extracting(price -> price.path("type").asText())
                .containsExactly("free_group_customer_service", "regular");
    }

    @Test
    void pinsAndReactionsCarryNoPrice() {
        String id = stage.whatsApp.say(stage.group, stage.sheena.id(), "We meet at 8");
        stage.heard();

        stage.send(stage.toGroup("pin", Json.object("type", "pin", "message_id", id, "expiration_days", 4)));

        assertThat(stage.heard()).hasSize(3).allMatch(value -> value.findValue("pricing") == null);
    }

    @Test
    void unreadStaysAtDelivered() {
        stage.whatsApp.receipts(new Receipts(true, true, false, false, false));

        stage.sendText("pong");

        assertThat(stage.whatsApp.transcript(stage.group).getLast().ticks()).containsEntry(stage.sheena.id(),
                "delivered");
        assertThat(stage.heard()).hasSize(2);
    }
}
