package dev.tertulia.webhook;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.message.GroupCreated;
import dev.tertulia.message.GroupDeleted;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.GroupSettingsChanged;
import dev.tertulia.message.Joined;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Removed;

import static dev.tertulia.webhook.SampleIntake.change;
import static org.assertj.core.api.Assertions.assertThat;

/** A member that is null or an empty list says as much as one that is missing. */
class EmptyMembersTest {

    private final SampleIntake intake = new SampleIntake();

    private void group(String field, String members) {
        intake.deliver(change(field, """
                "groups": [{"group_id": "G", "timestamp": 1760446100, "request_id": "R", %s}]""".formatted(members)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "\"\""})
    void noErrorsAreNoFailure(String none) {
        group("group_lifecycle_update", "\"type\": \"group_create\", \"subject\": \"Tea\", \"errors\": " + none);
        group("group_lifecycle_update", "\"type\": \"group_delete\", \"errors\": " + none);
        group("group_participants_update", """
                "type": "group_participants_remove", "removed_participants": [{"wa_id": "1"}],
                "failed_participants": %s, "errors": %s""".formatted(none, none));
        group("group_settings_update", """
                "type": "group_settings_update", "group_subject": {"text": "Tea", "update_successful": true},
                "errors": %s""".formatted(none));

        assertThat(intake.events()).hasExactlyElementsOfTypes(GroupCreated.class, GroupDeleted.class, Removed.class,
                GroupSettingsChanged.class);
        assertThat(intake.inbox.quarantined()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]"})
    void aSettingThatIsNoneHasNotFailed(String none) {
        group("group_settings_update", """
                "type": "group_settings_update", "group_subject": {"text": "Tea", "update_successful": true},
                "group_description": %s, "profile_picture": %s""".formatted(none, none));

        assertThat(intake.events()).hasExactlyElementsOfTypes(GroupSettingsChanged.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]"})
    void noErrorsBesideAMessageAreNoEvent(String none) {
        intake.deliverMessages("""
                "errors": %s, "messages": [{"from": "1", "group_id": "G", "id": "a", "timestamp": "1760446100",
                "type": "text", "text": {"body": "x"}}]""".formatted(none));

        assertThat(intake.events()).hasExactlyElementsOfTypes(GroupMessage.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void whoJoinsWithoutAnInputWasNotApproved(String none) {
        group("group_participants_update", """
                "type": "group_participants_add", "added_participants": [{"wa_id": "1", "input": %s}]"""
                .formatted(none));

        assertThat(intake.events()).singleElement().satisfies(event -> assertThat(((Joined) event).approved())
                .isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"pricing\": null", "\"pricing\": {\"category\": null}", "\"pricing\": []"})
    void aPriceThatIsNoneIsInTheConversation(String none) {
        intake.deliverMessages("""
                "statuses": [{"id": "a", "status": "delivered", "timestamp": "1760446100", "recipient_id": "1", %s,
                "conversation": {"pricing": {"category": "service", "billable": null}}, "group_id": null}]"""
                .formatted(none));

        assertThat(intake.events()).singleElement().isInstanceOfSatisfying(MessageStatus.class, status -> {
            assertThat(status.pricing()).isEqualTo(new dev.tertulia.message.Pricing("service", null));
            assertThat(status.participant()).isNull();
        });
    }
}
