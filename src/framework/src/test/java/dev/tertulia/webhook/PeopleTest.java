package dev.tertulia.webhook;

import org.junit.jupiter.api.Test;

import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Items name people by user id, phone number or both; the cards beside them tell more. */
class PeopleTest {

    private static final Member ANA = new Member("US.1", "16505551234", "Ana", "@ana");

    private final SampleIntake intake = new SampleIntake();

    private Member sender(String cards, String names) {
        intake.deliverMessages("""
                "contacts": [%s], "messages": [{%s, "group_id": "G1", "id": "1", "timestamp": "1760446100",
                "type": "text", "text": {"body": "hi"}}]""".formatted(cards, names));
        return ((GroupMessage) intake.events().getFirst()).sender();
    }

    private Member recipient(String cards, String names) {
        intake.deliverMessages("""
                "contacts": [%s], "statuses": [{%s, "recipient_id": "G1", "recipient_type": "group", "id": "1",
                "status": "read", "timestamp": "1760446100"}]""".formatted(cards, names));
        return ((MessageStatus) intake.events().getFirst()).participant();
    }

    @Test
    void aCardThatNamesThemByPhone() {
        assertThat(sender("""
                {"wa_id": "16505551234", "user_id": "US.1", "profile": {"name": "Ana", "username": "@ana"}}""",
                "\"from\": \"16505551234\"")).isEqualTo(ANA);
    }

    @Test
    void aCardThatNamesThemByUserId() {
        assertThat(sender("""
                {"user_id": "US.1", "profile": {"name": "Ana", "username": "@ana"}}""",
                "\"from\": \"16505551234\", \"from_user_id\": \"US.1\"")).isEqualTo(ANA);
    }

    @Test
    void theRightOneOfSeveralCards() {
        assertThat(sender("""
                {"wa_id": "16505551235", "profile": {"name": "Ben"}},
                {"wa_id": "16505551234", "user_id": "US.1", "profile": {"name": "Ana"}, "username": "@ana"}""",
                "\"from\": \"16505551234\"")).isEqualTo(ANA);
    }

    @Test
    void noCardAtAll() {
        assertThat(sender("", "\"from\": \"+1 650 555 1234\"")).isEqualTo(Member.ofPhone("16505551234"));
    }

    @Test
    void aCardThatNamesNobody() {
        assertThat(recipient("""
                {"profile": {"name": "Ana"}}""", "\"recipient_participant_id\": \"16505551234\""))
                .isEqualTo(Member.ofPhone("16505551234"));
    }

    @Test
    void aRecipientIsTheSamePersonAsTheSender() {
        assertThat(recipient("""
                {"wa_id": "16505551234", "user_id": "US.1", "profile": {"name": "Ana", "username": "@ana"}}""",
                "\"recipient_participant_id\": \"16505551234\"")).isEqualTo(ANA);
    }
}
