package dev.tertulia.webhook;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Member;
import dev.tertulia.message.MemberChanged;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Unsupported;

import static dev.tertulia.webhook.SampleIntake.change;
import static org.assertj.core.api.Assertions.assertThat;

/** A user id in the place of a phone number is one, and what WhatsApp says of a person's change is read from any part. */
class IdentitiesOnTheWireTest {

    private final SampleIntake intake = new SampleIntake();

    private static Member of(@Nullable String userId, @Nullable String phone) {
        return new Member(userId, phone, null, null);
    }

    private void system(String members) {
        intake.deliverMessages("""
                "messages": [{"id": "wamid.A", "timestamp": "1760446100", "type": "system", %s}]""".formatted(members));
        assertThat(intake.inbox.quarantined()).isEmpty();
    }

    private MemberChanged changed() {
        assertThat(intake.events()).hasExactlyElementsOfTypes(MemberChanged.class);
        return (MemberChanged) intake.events().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US.93737000444", "ES.a1B2", "BR.00012345678901234567890", "US.ENT.11815799212886844830"})
    void aSenderThatIsAUserId(String id) {
        intake.deliverMessages("""
                "contacts": [{"wa_id": "%1$s", "profile": {"name": "Ana"}}], "messages": [{"from": "%1$s",
                "group_id": "G", "id": "1", "timestamp": "1760446100", "type": "text", "text": {"body": "hi"},
                "context": {"id": "2", "from": "%1$s"}}]""".formatted(id));

        GroupMessage message = (GroupMessage) intake.events().getFirst();
        assertThat(message.sender()).isEqualTo(new Member(id, null, "Ana", null));
        assertThat(message.quoted().author()).isEqualTo(id);
    }

    @Test
    void aQuotedAuthorIsADigitsOnlyPhone() {
        intake.deliverMessages("""
                "messages": [{"from": "1", "group_id": "G", "id": "1", "timestamp": "1760446100", "type": "text",
                "text": {"body": "hi"}, "context": {"id": "2", "from": "+1 (650) 555-1234"}}]""");

        assertThat(((GroupMessage) intake.events().getFirst()).quoted().author()).isEqualTo("16505551234");
    }

    @Test
    void whoJoinsAndWhoReadsByUserId() {
        intake.deliver(change("group_participants_update", """
                "groups": [{"type": "group_participants_add", "group_id": "G", "timestamp": 1760446100,
                "added_participants": [{"wa_id": "US.1"}, {"input": "US.2"}, {"wa_id": "", "user_id": "US.3"}]}]"""));
        intake.deliverMessages("""
                "statuses": [{"id": "1", "status": "read", "timestamp": "1760446100", "recipient_id": "G",
                "recipient_type": "group", "recipient_participant_id": "US.4"}, {"id": "1", "status": "read",
                "timestamp": "1760446100", "recipient_id": "US.5"}]""");

        assertThat(intake.events().subList(0, 3)).extracting(event -> ((Joined) event).member())
                .containsExactly(of("US.1", null), of("US.2", null), of("US.3", null));
        assertThat(((MessageStatus) intake.events().get(3)).participant()).isEqualTo(of("US.4", null));
        assertThat(intake.events().get(4).group()).isEqualTo("person:US.5");
    }

    @Test
    void aNewNumberWithAllThatCanBeTold() {
        system("""
                "from": "16505551234", "from_user_id": "US.OLD1", "system": {"type": "user_changed_number",
                "body": "User Ana changed from 16505551234 to 12195555358", "wa_id": "12195555358",
                "user_id": "US.NEW1", "previous_user_id": "US.OLD1", "parent_user_id": "US.ENT.1"}""");

        assertThat(changed().before()).isEqualTo(of("US.OLD1", "16505551234"));
        assertThat(changed().after()).isEqualTo(of("US.NEW1", "12195555358"));
        assertThat(changed().origin().inGroup()).isFalse();
    }

    @Test
    void aNumberThatOnlyTheTextTells() {
        system("""
                "system": {"type": "user_changed_number", "body": "User Ana changed from 16505551234 to 12195555358"}
                """);

        assertThat(changed().before()).isEqualTo(of(null, "16505551234"));
        assertThat(changed().after()).isEqualTo(of(null, "12195555358"));
    }

    @Test
    void anIdOfWhichOnlyTheTextTellsTheOldOne() {
        system("""
                "from": "US.NEW1", "from_user_id": "US.NEW1", "system": {"type": "user_changed_user_id",
                "body": "User Ana changed from US.OLD1 to US.NEW1", "user_id": "US.NEW1"}""");

        assertThat(changed().before()).isEqualTo(of("US.OLD1", null));
        assertThat(changed().after()).isEqualTo(of("US.NEW1", null));
    }

    @Test
    void whatIsToldBesideTheTextCountsMore() {
        system("""
                "from": "1", "system": {"type": "user_changed_number", "wa_id": "2",
                "body": "User Ana changed from 3 to 4"}""");

        assertThat(changed().before()).isEqualTo(of(null, "1"));
        assertThat(changed().after()).isEqualTo(of(null, "2"));
    }

    /** People choose their names. */
    @Test
    void aNameThatLooksLikeAChangeIsNone() {
        system("""
                "system": {"type": "user_changed_number",
                "body": "User x changed from 16505550000 to 16505550001 changed from 16505551234 to 12195555358"}""");

        assertThat(changed().before()).isEqualTo(of(null, "16505551234"));
        assertThat(changed().after()).isEqualTo(of(null, "12195555358"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "user_changed_number|User Ana changed something", "user_changed_number|''",
            "user_changed_user_id|User Ana changed from US.1 to US.1", "customer_identity_changed|Ana",
            "user_changed_number|User Ana changed from x to y"})
    void whatTellsNotWhoBecameWhatIsUnsupported(String type, String body) {
        system("""
                "system": {"type": "%s", "body": "%s"}""".formatted(type, body));

        assertThat(intake.events()).hasExactlyElementsOfTypes(Unsupported.class);
        assertThat(((Unsupported) intake.events().getFirst()).kind()).isEqualTo("messages.system");
    }
}
