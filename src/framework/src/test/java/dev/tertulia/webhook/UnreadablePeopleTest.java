package dev.tertulia.webhook;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.JoinRequested;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Left;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationFailed;
import dev.tertulia.message.Removed;
import dev.tertulia.store.RecordingInbox.Quarantined;

import static dev.tertulia.webhook.SampleIntake.change;
import static org.assertj.core.api.Assertions.assertThat;

/** Who cannot be read is put aside alone; those beside them in the list are heard. */
class UnreadablePeopleTest {

    private static final String NOBODY = "a member needs a user id or a phone number";

    private final SampleIntake intake = new SampleIntake();

    private void people(String members) {
        intake.deliver(change("group_participants_update", """
                "groups": [{"group_id": "G", "timestamp": 1760446100, %s}]""".formatted(members)));
    }

    private String deadLetters() {
        assertThat(intake.inbox.quarantined()).extracting(Quarantined::reason).containsExactly(NOBODY);
        return intake.inbox.quarantined().getFirst().raw();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"username\": \"@x\"}", "null", "\"16505551235\"", "[]", "7", "{\"wa_id\": \"\"}",
            "{\"wa_id\": {}, \"user_id\": [\"US.1\"]}", "{\"wa_id\": \"x\"}"})
    void whoJoins(String nobody) {
        people("""
                "type": "group_participants_add", "added_participants": [{"wa_id": "1"}, %s, {"user_id": "US.2"}]"""
                .formatted(nobody));

        assertThat(intake.events()).extracting(event -> ((Joined) event).member().id()).containsExactly("1",
                "US.2");
        assertThat(deadLetters()).contains("\"added_participants\":[" + nobody.replace(": ", ":").replace(", ", ",")
                + "]");
    }

    @Test
    void whoLeaves() {
        people("""
                "type": "group_participants_remove", "initiated_by": "participant",
                "removed_participants": [{"username": "@x"}, {"wa_id": "1"}]""");

        assertThat(intake.events()).hasExactlyElementsOfTypes(Left.class);
        assertThat(deadLetters()).contains("\"initiated_by\":\"participant\"");
    }

    @Test
    void whoIsRemovedAndWhoIsNot() {
        people("""
                "type": "group_participants_remove", "request_id": "R", "initiated_by": "business",
                "removed_participants": [{}, {"input": "+1 650"}], "errors": [{"code": 131201}],
                "failed_participants": [{"input": "2", "errors": [{"code": 131212}]}, {"errors": [{"code": 131212}]}]
                """);

        assertThat(intake.events()).hasExactlyElementsOfTypes(Removed.class, OperationFailed.class);
        OperationFailed failed = (OperationFailed) intake.events().getLast();
        assertThat(failed.items()).extracting(Operation.Item::name).containsExactly("2");
        assertThat(intake.inbox.quarantined()).extracting(Quarantined::reason).containsExactly(NOBODY, NOBODY);
    }

    @Test
    void aWholeRemovalFailedOfWhichNobodyCanBeRead() {
        people("""
                "type": "group_participants_remove", "request_id": "R", "failed_participants": [{}],
                "errors": [{"code": 131208}]""");

        assertThat(intake.events()).hasExactlyElementsOfTypes(OperationFailed.class);
        deadLetters();
    }

    @Test
    void isHeardOnceItCanBeRead() {
        people("""
                "type": "group_participants_remove", "request_id": "R", "errors": [{"code": 131201}],
                "failed_participants": [{"input": "2"}, {"name": "3"}]""");
        String raw = deadLetters().replace("name", "input");

        assertThat(intake.receiver.readAgain(raw)).isEmpty();

        assertThat(intake.events()).extracting(event -> ((OperationFailed) event).items().getFirst().name())
                .containsExactly("2", "3");
        assertThat(intake.journal.details(dev.tertulia.journal.Step.ACCEPTED)).containsExactly(
                "1 new, 0 seen before", "1 new, 0 seen before");
    }

    @Test
    void whoAsksToBeLetIn() {
        intake.deliver(change("group_participants_update", """
                "groups": [{"type": "group_join_request_created", "group_id": "G", "timestamp": 1760446100,
                "join_request_id": "a", "username": "@x"}, {"type": "group_join_request_created", "group_id": "G",
                "timestamp": 1760446100, "join_request_id": "b", "wa_id": "2"}]"""));

        assertThat(intake.events()).hasExactlyElementsOfTypes(JoinRequested.class);
        deadLetters();
    }

    @Test
    void whoWritesAndWhoReads() {
        intake.deliverMessages("""
                "contacts": [null, 7, {"wa_id": {}}, {"user_id": "?"}, {"user_id": "US.1\\u0000"}, {"wa_id": "x"}, {"wa_id": "1", "profile": {"name": "Ana"}}],
                "messages": [{"group_id": "G", "id": "a", "timestamp": "1760446100", "type": "text", "text": {"body": "x"}},
                {"from": "1", "group_id": "G", "id": "b", "timestamp": "1760446100", "type": "text", "text": {"body": "y"}}],
                "statuses": [{"id": "1", "timestamp": "1760446100", "recipient_id": "G", "recipient_type": "group"},
                {"id": "1", "status": "read", "timestamp": "1760446100", "recipient_id": "G", "recipient_type": "group",
                "recipient_participant_id": "1"}]""");

        List<Event> events = intake.events();
        assertThat(events).hasExactlyElementsOfTypes(GroupMessage.class, MessageStatus.class);
        assertThat(((GroupMessage) events.getFirst()).sender().name()).isEqualTo("Ana");
        assertThat(intake.inbox.quarantined()).extracting(Quarantined::reason).containsExactly(NOBODY,
                "'status' is missing");
    }
}
