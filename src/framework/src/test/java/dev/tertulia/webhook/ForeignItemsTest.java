package dev.tertulia.webhook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.GroupSuspended;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Unsupported;

import static dev.tertulia.webhook.SampleIntake.change;
import static org.assertj.core.api.Assertions.assertThat;

/** What looks like a message or a status, and is none: the webhook's field and a status' type and state tell. */
class ForeignItemsTest {

    private static final String MESSAGE = """
            {"from": "16505551234", "group_id": "G1", "id": "m", "timestamp": "1760446100", "type": "text",
             "text": {"body": "hi"}}""";

    private final SampleIntake intake = new SampleIntake();

    private Unsupported only() {
        assertThat(intake.inbox.quarantined()).isEmpty();
        assertThat(intake.events()).hasExactlyElementsOfTypes(Unsupported.class);
        return (Unsupported) intake.events().getFirst();
    }

    @Test
    void theStateOfACall() {
        intake.deliver(change("calls", """
                "statuses": [{"id": "wacid.1", "timestamp": "1760446100", "type": "call", "status": "RINGING",
                "recipient_id": "16505551234", "biz_opaque_callback_data": "random_string"}]"""));

        assertThat(only().kind()).isEqualTo("calls.call");
    }

    @ParameterizedTest
    @ValueSource(strings = {"calls", "smb_message_echoes", "history", "messaging_handovers", "standby", "MESSAGES"})
    void listsOfOtherFields(String field) {
        intake.deliver(change(field, """
                "statuses": [{"id": "1", "timestamp": "1760446100", "status": "failed", "recipient_id": "G1",
                "recipient_type": "group"}], "messages": [%s], "groups": [{"type": "group_suspend", "group_id": "G1",
                "timestamp": 1760446100}]""".formatted(MESSAGE)));

        assertThat(intake.inbox.quarantined()).isEmpty();
        assertThat(intake.events()).hasSize(3).hasOnlyElementsOfType(Unsupported.class);
        assertThat(intake.events()).noneMatch(Event::opensWindow);
    }

    @ParameterizedTest
    @CsvSource({"group_status_update, messages", "messages, groups"})
    void listsAtTheWrongPlace(String field, String list) {
        intake.deliver(change(field, """
                "%s": [{"type": "group_suspend", "group_id": "G1", "id": "1", "from": "1",
                "timestamp": 1760446100}]""".formatted(list)));

        assertThat(only().kind()).isEqualTo(field + ".group_suspend");
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "captured", "pending", "read"})
    void theStatusOfAPayment(String status) {
        intake.deliverMessages("""
                "statuses": [{"id": "wamid.1", "type": "payment", "status": "%s", "timestamp": "1760446100",
                "recipient_id": "G1", "recipient_type": "group", "biz_opaque_callback_data": "1",
                "errors": [{"code": 131047}]}]""".formatted(status));

        Unsupported payment = only();
        assertThat(payment.kind()).isEqualTo("messages.status.payment");
        assertThat(payment.group()).isEqualTo("G1");
        assertThat(payment.raw()).contains("\"payment\"");
    }

    @Test
    void aStateThatNobodyKnowsBesideOneThatWeDo() {
        String status = """
                {"id": "wamid.1", "status": "%s", "timestamp": "1760446100", "recipient_id": "G1",
                 "recipient_type": "group"}""";

        intake.deliverMessages("\"statuses\": [%s, %s]".formatted(status.formatted("warning"),
                status.formatted("sent")));

        assertThat(intake.inbox.quarantined()).isEmpty();
        assertThat(intake.events()).hasExactlyElementsOfTypes(Unsupported.class, MessageStatus.class);
        assertThat(((Unsupported) intake.events().getFirst()).kind()).isEqualTo("messages.status.warning");
    }

    @Test
    void aStatusThatSaysItIsOfAMessage() {
        intake.deliverMessages("""
                "statuses": [{"id": "wamid.1", "type": "message", "status": "sent", "timestamp": "1760446100",
                "recipient_id": "G1", "recipient_type": "group"}]""");

        assertThat(intake.events()).hasExactlyElementsOfTypes(MessageStatus.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-03-02T09:00:00Z\"", "1671644824000", "null", "{}", "-1"})
    void aTimeThatOnlyItsFieldUnderstands(String timestamp) {
        intake.deliver(change("calls", """
                "statuses": [{"timestamp": %s, "type": "call", "status": "RINGING"}]""".formatted(timestamp)));

        assertThat(only().kind()).isEqualTo("calls.call");
    }

    @Test
    void comesOnce() {
        String calls = change("calls", """
                "statuses": [{"id": "wacid.1", "timestamp": "1760446100", "type": "call", "status": "RINGING"}]""");

        intake.deliver(calls);
        intake.deliver(calls);

        assertThat(intake.journal.entries()).extracting("detail").containsExactly("1 new, 0 seen before",
                "0 new, 1 seen before");
    }

    @Test
    void aKindIsOneShortLine() {
        intake.deliverMessages("""
                "messages": [{"from": "1", "group_id": "G1", "id": "m", "timestamp": "1760446100",
                "type": "a\\n\\u001b\\u202e%s"}]""".formatted("b".repeat(500)));

        assertThat(only().kind()).isEqualTo("messages.a???" + "b".repeat(36));
    }

    @Test
    void allFourFieldsOfGroupsAreOurs() {
        for (String field : new String[]{"group_lifecycle_update", "group_participants_update",
                "group_settings_update", "group_status_update"}) {
            intake.deliver(change(field, """
                    "groups": [{"type": "group_suspend", "group_id": "%s", "timestamp": 1760446100}]"""
                    .formatted(field)));
        }
        intake.deliverMessages("\"messages\": [" + MESSAGE + "]");

        assertThat(intake.events()).hasExactlyElementsOfTypes(GroupSuspended.class, GroupSuspended.class,
                GroupSuspended.class, GroupSuspended.class, GroupMessage.class);
    }
}
