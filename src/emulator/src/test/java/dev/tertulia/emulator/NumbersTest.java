package dev.tertulia.emulator;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.webhook.DeliverySettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NumbersTest {
    private static final String SECOND = "2222";

    private final Stage stage = new Stage();

    @BeforeEach
    void secondNumber() {
        stage.whatsApp.addNumber(SECOND, "+1 555 078 3882");
    }

    private GroupView groupOfSecond() {
        stage.post(SECOND + "/groups", Json.object("subject", "Second"));
        return stage.whatsApp.groups().getLast();
    }

    @Test
    void webhooksNameTheNumberOfTheGroup() {
        GroupView group = groupOfSecond();
        MemberView ben = stage.whatsApp.join(group.id(), "Ben", null);
        stage.whatsApp.say(group.id(), ben.id(), "hello");

        assertThat(stage.heard()).extracting(value -> value.at("/metadata").toString()).hasSize(3)
                .containsOnly("{\"display_phone_number\":\"15550783882\",\"phone_number_id\":\"2222\"}");
    }

    @Test
    void groupOfAnotherNumberIsUnknown() {
        GroupView group = groupOfSecond();
        stage.whatsApp.join(group.id(), "Ben", null);
        stage.heard();

        Response first = stage.post(Stage.PHONE + "/messages", stage.text("hi").put("to", group.id()));
        Response second = stage.post(SECOND + "/messages", stage.text("hi").put("to", group.id()));

        assertThat(Stage.code(first)).isEqualTo(131041);
        assertThat(second.status()).isEqualTo(200);
    }

    @Test
    void eachHasItsOwnLimit() {
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
        stage.whatsApp.limitMessages(1);
        stage.sendText("one");

        Response first = stage.sendText("two");
        Response second = stage.post(SECOND + "/messages",
                stage.template("invite").put("recipient_type", "individual").put("to", "+16505551234"));

        assertThat(Stage.code(first)).isEqualTo(130429);
        assertThat(second.status()).isEqualTo(200);
    }

    @Test
    void listsOfGroupsAreApart() {
        groupOfSecond();
        stage.heard();

        Response listed = stage.call("GET", SECOND + "/groups", Map.of(), "");

        assertThat(Stage.json(listed).path("data")).extracting(group -> group.path("subject").asText())
                .containsExactly("Second");
    }

    @Test
    void webhooksMayGoToAnAddressOfTheirOwn() throws Exception {
        try (var bot = new FakeBot()) {
            stage.post(SECOND, Json.object("webhook_configuration", Json.object("override_callback_uri", bot.url())));

            groupOfSecond();
            while (stage.whatsApp.webhooks().deliverNext()) {
                continue;
            }

            assertThat(bot.next()).contains("\"phone_number_id\":\"2222\"");
            assertThat(stage.bot.bodies()).isEmpty();
        }
    }

    @Test
    void idThatIsTaken() {
        assertThatIllegalArgumentException().isThrownBy(() -> stage.whatsApp.addNumber(SECOND, "15550783883"))
                .withMessage("There is already a number with the id '2222'.");
    }

    @Test
    void batchesKeepTheStatusesOfNumbersApart() {
        GroupView group = groupOfSecond();
        stage.whatsApp.join(group.id(), "", "16505551234");
        stage.whatsApp.say(stage.group, stage.sheena.id(), "hello");
        stage.whatsApp.say(group.id(), stage.sheena.id(), "hello");
        stage.heard();
        stage.whatsApp.receipts(new Receipts(false, true, false, false, false));
        stage.whatsApp.webhooks().delivery(new DeliverySettings(10, 0, false, Duration.ZERO));

        stage.sendText("one");
        stage.post(SECOND + "/messages", stage.text("two").put("to", group.id()));
        stage.whatsApp.webhooks().deliverNext();

        assertThat(stage.bot.webhooks().getFirst().at("/entry/0/changes"))
                .extracting(change -> change.at("/value/metadata/phone_number_id").asText() + " "
                        + change.at("/value/statuses").size() + " " + change.at("/value/statuses/0/status").asText())
                .containsExactly(Stage.PHONE + " 1 sent", Stage.PHONE + " 1 delivered", "2222 1 sent",
                        "2222 1 delivered");
    }
}
