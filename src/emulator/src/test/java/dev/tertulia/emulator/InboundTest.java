package dev.tertulia.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InboundTest {
    private static final String PRINTED_INBOUND = "wamid.HBgSMTIwMzYzNDA0Njk0MjMzODIwFQgAEhgWM0VCMEExQjJDM0Q0RTVGNjA3MTgyORwYCzE2NTA1NTUxMjM0FQIAAA==";
    private static final String PRINTED_OUTBOUND = "wamid.HBgSMTIwMzYzNDA0Njk0MjMzODIwFQgAERgSNzBDNkVCRTZCNERDRkE1Q0Y1AA==";

    private final Stage stage = new Stage();

    @Test
    void textLooksAsMetaPrintsIt() {
        String id = stage.whatsApp.say(stage.group, stage.sheena.id(), "What does everyone think about this?");

        assertThat(stage.heard())
                .containsExactly(stage.wire("messages.group.text.bsuid", PRINTED_INBOUND, id));
    }

    @Test
    void theEnvelopeNamesTheAccountAndTheField() {
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");

        stage.whatsApp.webhooks().deliverNext();

        JsonNode webhook = stage.bot.webhooks().getFirst();
        assertThat(webhook.path("object").asText()).isEqualTo("whatsapp_business_account");
        assertThat(webhook.at("/entry/0/id").asText()).isEqualTo("102290129340398");
        assertThat(webhook.at("/entry/0/changes/0/field").asText()).isEqualTo("messages");
    }

    @Test
    void replyNamesTheQuotedMessageAndItsAuthor() {
        stage.whatsApp.say(stage.group, stage.sheena.id(), "/poll");
        String question = Stage.json(stage.sendText("Who comes?")).at("/messages/0/id").asText();
        stage.heard();

        String id = stage.whatsApp.reply(stage.group, stage.sheena.id(), question, "Yes, count me in");

        JsonNode printed = stage.wire("messages.group.text.reply", PRINTED_INBOUND, id, PRINTED_OUTBOUND, question);
        assertThat(stage.heard().getFirst().at("/messages/0/context")).isEqualTo(printed.at("/messages/0/context"));
    }

    @Test
    void whoWithholdsTheNumberIsKnownByUserId() {
        MemberView pablo = stage.whatsApp.join(stage.group, "Sheena Nelson", "");
        stage.heard();

        String id = stage.whatsApp.say(stage.group, pablo.id(), "hello");

        JsonNode value = stage.heard().getFirst();
        JsonNode printed = stage.wire("messages.group.text.bsuid_no_phone", stage.sheena.userId(), pablo.userId(),
                PRINTED_INBOUND, id);
        assertThat(value.path("messages")).isEqualTo(printed.path("messages"));
        assertThat(value.at("/contacts/0/profile/username").asText()).isEqualTo("@sheenanelson");
        assertThat(value.at("/contacts/0").has("wa_id")).isFalse();
    }

    @Test
    void signatureIsMadeOverTheExactBytes() throws Exception {
        stage.whatsApp.say(stage.group, stage.sheena.id(), "¿Quién viene? 👍");

        stage.whatsApp.webhooks().deliverNext();

        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("test-app-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected = HexFormat.of().formatHex(mac.doFinal(stage.bot.bodies().getFirst()));
        assertThat(stage.bot.signatures()).containsExactly("sha256=" + expected);
    }

    @Test
    void whatWasWrittenWithoutNetworkKeepsItsTime() {
        stage.whatsApp.say(stage.group, stage.sheena.id(), "/ping", Stage.START.minus(Duration.ofHours(25)));

        assertThat(stage.heard().getFirst().at("/messages/0/timestamp").asText())
                .isEqualTo(Long.toString(1760446100 - 25 * 3600));
        assertThat(stage.whatsApp.groups().getFirst().windowUntil()).isEqualTo(Stage.START.minus(Duration.ofHours(1)));
    }

    @Test
    void messageToTheBusinessAloneHasNoGroup() {
        var answer = stage.whatsApp.handle(new Request("POST", "/emulator/people/16505551234/messages", Map.of(),
                Map.of(), "{\"text\":\"Does it come in another color?\"}".getBytes(StandardCharsets.UTF_8)));

        JsonNode message = stage.heard().getFirst().at("/messages/0");
        assertThat(message.path("id")).isEqualTo(Stage.json(answer).path("id"));
        assertThat(message.has("group_id")).isFalse();
    }

    @Test
    void strangerCannotSpeak() {
        assertThatThrownBy(() -> stage.whatsApp.say(stage.group, "m9", "hello"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("'m9' is not a member of 'New Purchase Inquiry'. Its members are [m1].");
    }
}
