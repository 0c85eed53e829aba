package dev.tertulia.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.message.AccountUpdated;
import dev.tertulia.message.AccountUpdated.Kind;
import dev.tertulia.message.AccountUpdated.Restriction;
import dev.tertulia.message.Event;
import dev.tertulia.message.NumberUpdated;
import dev.tertulia.message.TemplateUpdated;
import dev.tertulia.message.TemplateUpdated.Aspect;
import dev.tertulia.message.Unsupported;
import dev.tertulia.store.RecordingInbox;
import dev.tertulia.store.memory.MemoryStore;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told of a business account names no number, and concerns all that the account has. */
class AccountEventsTest {

    private static final String RESTRICTED = """
            {"event": "ACCOUNT_RESTRICTION", "restriction_info": [
            {"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": 1752861342},
            {"restriction_type": "RESTRICTED_ADD_PHONE_NUMBER_ACTION"}, {"restriction_type": null}, "x"]}""";

    private final SampleIntake intake = new SampleIntake();

    private static String delivery(String account, String field, String value) {
        return """
                {"object": "whatsapp_business_account", "entry": [{"id": "%s", "time": 1760446100,
                "changes": [{"field": "%s", "value": %s}]}]}""".formatted(account, field, value);
    }

    private Event told(String field, String value) {
        intake.deliver(delivery("102290129340398", field, value));
        assertThat(intake.inbox.quarantined()).isEmpty();
        assertThat(intake.events()).hasSize(1);
        return intake.events().getFirst();
    }

    @Test
    void anAccountIsRestricted() {
        AccountUpdated event = (AccountUpdated) told("account_update", RESTRICTED);

        assertThat(event).isEqualTo(new AccountUpdated(event.origin(), Kind.RESTRICTED,
                List.of(new Restriction("RESTRICTED_BIZ_INITIATED_MESSAGING", Instant.ofEpochSecond(1752861342)),
                        new Restriction("RESTRICTED_ADD_PHONE_NUMBER_ACTION", null)),
                null));
        assertThat(event.at()).isEqualTo(Instant.ofEpochSecond(1760446100));
        assertThat(event.group()).isEqualTo("account:" + SampleIntake.NUMBER);
        assertThat(event.origin().number()).isEqualTo(SampleIntake.NUMBER);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "{\"event\": \"ACCOUNT_VIOLATION\", \"violation_info\": {\"violation_type\": \"SPAM\"}} | VIOLATION | SPAM",
            "{\"event\": \"DISABLED_UPDATE\", \"ban_info\": {\"waba_ban_state\": \"DISABLE\", \"waba_ban_date\": \"July 1, 2026\"}} | DISABLED | July 1, 2026",
            "{\"event\": \"DISABLED_UPDATE\", \"ban_info\": {\"waba_ban_state\": \"SCHEDULE_FOR_DISABLE\"}} | DISABLING_SCHEDULED | -",
            "{\"event\": \"DISABLED_UPDATE\", \"ban_info\": {\"waba_ban_state\": \"REINSTATE\"}} | REINSTATED | -",
            "{\"event\": \"ACCOUNT_DELETED\"} | DELETED | -", "{\"event\": \"PARTNER_REMOVED\"} | PARTNER_REMOVED | -"})
    void measuresHaveTheirKinds(String value, Kind kind, String detail) {
        AccountUpdated event = (AccountUpdated) told("account_update", value);

        assertThat(event).isEqualTo(new AccountUpdated(event.origin(), kind, List.of(), detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"event\": \"ACCOUNT_PARTY\", \"cake\": 1}", "{}", "{\"event\": 7}", "{\"event\": {}}",
            "{\"event\": \"DISABLED_UPDATE\", \"ban_info\": {\"waba_ban_state\": \"PERHAPS\"}}",
            "{\"event\": \"DISABLED_UPDATE\"}"})
    void whatNobodyKnowsIsKeptAsItCame(String value) {
        assertThat(told("account_update", value)).isInstanceOfSatisfying(Unsupported.class,
                event -> assertThat(event.kind()).isEqualTo("account_update"));
    }

    @Test
    void templatesChange() {
        TemplateUpdated status = (TemplateUpdated) told("message_template_status_update", """
                {"event": "PAUSED", "message_template_id": 1689556908129832, "message_template_name": "welcome",
                "message_template_language": "en", "reason": "NONE"}""");

        assertThat(status)
                .isEqualTo(new TemplateUpdated(status.origin(), "welcome", "en", Aspect.STATUS, null, "PAUSED",
                        null));
        assertThat(status.alarming()).isTrue();
    }

    @Test
    void templatesAreRecategorised() {
        TemplateUpdated category = (TemplateUpdated) told("template_category_update", """
                {"message_template_id": 1, "message_template_name": "welcome", "message_template_language": "en",
                "previous_category": "UTILITY", "new_category": "MARKETING"}""");

        assertThat(category)
                .isEqualTo(new TemplateUpdated(category.origin(), "welcome", "en", Aspect.CATEGORY, "UTILITY",
                        "MARKETING", null));
        assertThat(category.alarming()).isTrue();
    }

    @Test
    void templatesAreLikedOrNot() {
        TemplateUpdated quality = (TemplateUpdated) told("message_template_quality_update", """
                {"previous_quality_score": "GREEN", "new_quality_score": "YELLOW", "message_template_id": 1,
                "message_template_name": "welcome", "message_template_language": "en"}""");

        assertThat(quality).isEqualTo(new TemplateUpdated(quality.origin(), "welcome", "en", Aspect.QUALITY, "GREEN",
                "YELLOW", null));
        assertThat(quality.alarming()).isTrue();
    }

    @Test
    void numbersChange() {
        NumberUpdated number = (NumberUpdated) told("phone_number_quality_update", """
                {"display_phone_number": "+1 555 078 3881", "event": "FLAGGED", "current_limit": "TIER_1K"}""");

        assertThat(number).isEqualTo(new NumberUpdated(number.origin(), "FLAGGED", "TIER_1K"));
        assertThat(number.origin().displayNumber()).isEqualTo("15550783881");
        assertThat(number.alarming()).isTrue();
    }

    @Test
    void concernsEveryNumberOfTheAccount() {
        Map<String, RecordingInbox> inboxes = new TreeMap<>();
        List<Intake> intakes = Map.of("1", "A", "2", "A", "3", "B").entrySet().stream()
                .map(number -> new Intake(number.getKey(), inboxes.computeIfAbsent(number.getKey(),
                        n -> new RecordingInbox(new MemoryStore().inbox())), Reports.IN_TURNS, () -> false, () -> {})
                        .of(number.getValue()))
                .toList();
        Receiver receiver = new Receiver(List.of(SampleIntake.SECRET), intakes, new ObjectMapper(),
                InstantSource.fixed(SampleIntake.NOW), intake.journal);
        byte[] body = delivery("A", "account_update", RESTRICTED).getBytes(StandardCharsets.UTF_8);

        receiver.receive(SampleIntake.sign(SampleIntake.SECRET, body), body);

        assertThat(inboxes.get("1").accepted()).extracting(Event::group).containsExactly("account:1");
        assertThat(inboxes.get("2").accepted()).extracting(Event::group).containsExactly("account:2");
        assertThat(inboxes.get("3").accepted()).isEmpty();
    }

    @Test
    void anAccountThatIsNotConfiguredIsPutAside() {
        RecordingInbox inbox = new RecordingInbox(new MemoryStore().inbox());
        Receiver receiver = new Receiver(List.of(SampleIntake.SECRET),
                List.of(new Intake("1", inbox, Reports.IN_TURNS, () -> false, () -> {}).of("A")), new ObjectMapper(),
                InstantSource.fixed(SampleIntake.NOW), intake.journal);
        byte[] body = delivery("B", "account_update", RESTRICTED).getBytes(StandardCharsets.UTF_8);

        receiver.receive(SampleIntake.sign(SampleIntake.SECRET, body), body);

        assertThat(inbox.accepted()).isEmpty();
        assertThat(inbox.quarantined()).extracting(RecordingInbox.Quarantined::reason)
                .containsExactly(
                        "business account 'B' is not configured; set WHATSAPP_BUSINESS_ACCOUNT_ID to it if it is"
                                + " the numbers' own, or unsubscribe it");
    }
}
