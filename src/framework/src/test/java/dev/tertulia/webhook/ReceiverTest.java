package dev.tertulia.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import dev.tertulia.journal.Step;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Unsupported;
import dev.tertulia.store.RecordingInbox;
import dev.tertulia.store.RecordingInbox.Quarantined;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.webhook.Receiver.Answer;

import static dev.tertulia.webhook.SampleIntake.NOW;
import static dev.tertulia.webhook.SampleIntake.SECRET;
import static dev.tertulia.webhook.SampleIntake.change;
import static dev.tertulia.webhook.SampleIntake.sign;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of the parts of a delivery. The sample deliveries are read in {@link WireFilesTest}. */
class ReceiverTest {

    private static final String MESSAGE = """
            {"from": "16505551234", "group_id": "G1", "id": "%s", "timestamp": "1760446100", "type": "text",
             "text": {"body": "hi"}}""";

    private final SampleIntake intake = new SampleIntake();

    @Test
    void readsEveryItemOfEveryChangeOfEveryEntry() {
        String change = """
                {"field": "messages", "value": {"metadata": {"phone_number_id": "106540352242922"}, "messages": [%s, %s]}}
                """;
        String first = change.formatted(MESSAGE.formatted("1"), MESSAGE.formatted("2"));
        String second = change.formatted(MESSAGE.formatted("3"), MESSAGE.formatted("4"));
        String third = change.formatted(MESSAGE.formatted("5"), MESSAGE.formatted("6"));

        intake.deliver("""
                {"entry": [{"changes": [%s, %s]}, {"changes": [%s]}]}""".formatted(first, second, third));

        assertThat(intake.events()).extracting(event -> ((GroupMessage) event).id()).containsExactly("1", "2", "3",
                "4", "5", "6");
    }

    @Test
    void readsAThousandMessages() {
        String thousand = String.join(",",
                IntStream.range(0, 1000).mapToObj(i -> MESSAGE.formatted("id" + i)).toList());

        assertThat(intake.deliverMessages("\"messages\": [" + thousand + "]")).isEqualTo(Answer.OK);

        assertThat(intake.journal.details(Step.ACCEPTED)).containsExactly("1000 new, 0 seen before");
    }

    @Test
    void readsMessagesAndStatusesOfTheSameChange() {
        intake.deliverMessages("""
                "messages": [%s], "statuses": [{"id": "wamid.2", "status": "sent", "timestamp": "1760446100",
                "recipient_id": "G1", "recipient_type": "group"}]""".formatted(MESSAGE.formatted("1")));

        assertThat(intake.events()).hasExactlyElementsOfTypes(GroupMessage.class, MessageStatus.class);
    }

    @Test
    void handsOnATypeItDoesNotKnowAndReadsItsNeighbours() {
        intake.deliverMessages("""
                "messages": [%s, {"from": "16505551234", "group_id": "G1", "id": "p", "timestamp": "1760446100",
                "type": "poll", "poll": {"question": "Tea?"}}, %s]"""
                .formatted(MESSAGE.formatted("1"), MESSAGE.formatted("2")));

        assertThat(intake.events()).hasExactlyElementsOfTypes(GroupMessage.class, Unsupported.class,
                GroupMessage.class);
        Unsupported poll = (Unsupported) intake.events().get(1);
        assertThat(poll.kind()).isEqualTo("messages.poll");
        assertThat(poll.sender()).isEqualTo(Member.ofPhone("16505551234"));
        assertThat(poll.raw()).isEqualTo("{\"from\":\"16505551234\",\"group_id\":\"G1\",\"id\":\"p\","
                + "\"timestamp\":\"1760446100\",\"type\":\"poll\",\"poll\":{\"question\":\"Tea?\"}}");
    }

    @Test
    void handsOnAFieldItDoesNotKnow() {
        intake.deliver(change("group_weather_update", "\"weather\": \"fine\""));

        assertThat(intake.events()).singleElement().isInstanceOfSatisfying(Unsupported.class,
                weather -> assertThat(weather.kind()).isEqualTo("group_weather_update"));
    }

    @Test
    void handsOnAGroupEventItDoesNotKnow() {
        intake.deliver(change("group_status_update", """
                "groups": [{"type": "group_party", "group_id": "G1", "timestamp": 1760446100},
                           {"type": "group_suspend", "group_id": "G1", "timestamp": 1760446100}]"""));

        assertThat(intake.events()).hasSize(2);
        Unsupported party = (Unsupported) intake.events().getFirst();
        assertThat(party.group()).isEqualTo("G1");
        assertThat(party.kind()).isEqualTo("group_status_update.group_party");
    }

    @Test
    void ignoresMembersItDoesNotKnow() {
        intake.deliver("""
                {"gs_app_id": 7, "entry": [{"new": {}, "changes": [{"more": [], "field": "messages", "value": {
                "metadata": {"phone_number_id": "106540352242922", "x": null}, "statuses": null, "extra": [[]],
                "messages": [{"from": "16505551234", "group_id": "G1", "id": "1", "timestamp": "1760446100",
                "type": "text", "text": {"body": "hi", "preview": true}, "mood": {"is": "good"}}]}}]}]}""");

        assertThat(intake.events()).hasExactlyElementsOfTypes(GroupMessage.class);
    }

    @Test
    void takesNumbersForStringsAndStringsForNumbers() {
        intake.deliver("""
                {"entry": [{"changes": [{"field": "messages", "value": {
                "metadata": {"phone_number_id": 106540352242922, "display_phone_number": 15550783881},
                "contacts": [{"wa_id": 16505551234, "profile": {"name": 42}}],
                "messages": [{"from": 16505551234, "group_id": 77, "id": 5, "timestamp": 1760446100, "type": "text",
                "text": {"body": 12}}]}},
                {"field": "messages", "value": {"metadata": {"phone_number_id": 106540352242922}, "statuses": [
                {"id": 9, "status": "failed", "timestamp": "1760446100", "recipient_id": 77, "recipient_type": "group",
                "errors": [{"code": "131047", "title": 1}]}]}}]}]}""");

        assertThat(intake.inbox.quarantined()).isEmpty();
        GroupMessage message = (GroupMessage) intake.events().getFirst();
        assertThat(message.group()).isEqualTo("77");
        assertThat(message.sender()).isEqualTo(new Member(null, "16505551234", "42", null));
        assertThat(message.text()).isEqualTo("12");
        assertThat(message.at()).isEqualTo(Instant.ofEpochSecond(1760446100));
        MessageStatus status = (MessageStatus) intake.events().getLast();
        assertThat(status.errors().getFirst().code()).isEqualTo(131047);
    }

    @Test
    void putsAsideWhatMakesNoSenseAndKeepsItsNeighbours() {
        intake.deliverMessages("""
                "messages": [%s, {"from": "16505551234", "group_id": "G1", "type": "text"}, %s]"""
                .formatted(MESSAGE.formatted("1"), MESSAGE.formatted("2")));

        assertThat(intake.events()).hasSize(2);
        assertThat(intake.inbox.quarantined()).containsExactly(new Quarantined(
                "{\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":{"
                        + "\"metadata\":{\"display_phone_number\":\"15550783881\",\"phone_number_id\":\"106540352242922\"},"
                        + "\"messages\":[{\"from\":\"16505551234\",\"group_id\":\"G1\",\"type\":\"text\"}]}}]}]}",
                "'id' is missing"));
        assertThat(intake.journal.details(Step.QUARANTINED)).containsExactly("'id' is missing");
    }

    @Test
    void putsAsideWhatIsForANumberThatNobodyConfigured() throws IOException {
        String delivery = """
                {"entry": [{"changes": [{"field": "messages", "value": {"metadata": {"phone_number_id": "999"},
                "messages": [%s]}}]}]}""".formatted(MESSAGE.formatted("1"));

        Answer answer = intake.deliver(delivery);

        assertThat(answer).isEqualTo(Answer.OK);
        assertThat(intake.events()).isEmpty();
        assertThat(intake.inbox.quarantined())
                .containsExactly(new Quarantined(new ObjectMapper().readTree(delivery).toString(),
                        "phone number '999' is not configured; add it under whatsapp.numbers or unsubscribe it"));
    }

    @Test
    void putsAsideOnceWhatIsSeveralEvents() {
        intake.deliver("""
                {"entry": [{"changes": [{"field": "group_participants_update", "value": {
                "metadata": {"phone_number_id": "999"}, "groups": [{"type": "group_participants_add", "group_id": "G",
                "timestamp": 1760446100, "added_participants": [{"wa_id": "1"}, {"wa_id": "2"}]}]}}]}]}""");

        assertThat(intake.inbox.quarantined()).hasSize(1);
    }

    @Test
    void sortsEventsByTheirNumber() {
        RecordingInbox one = new RecordingInbox(new MemoryStore().inbox());
        RecordingInbox two = new RecordingInbox(new MemoryStore().inbox());
        Receiver receiver = new Receiver(List.of(SECRET),
                List.of(new Intake("1", one, Reports.IN_TURNS, () -> false, () -> {}),
                        new Intake("2", two, Reports.IN_TURNS, () -> false, () -> {})),
                new ObjectMapper(), InstantSource.fixed(NOW), intake.journal);
        byte[] body = """
                {"entry": [{"changes": [
                {"field": "messages", "value": {"metadata": {"phone_number_id": "2"}, "messages": [%s]}},
                {"field": "account_update", "value": {"event": "VERIFIED"}}]}]}"""
                .formatted(MESSAGE.formatted("1")).getBytes(StandardCharsets.UTF_8);

        receiver.receive(sign(SECRET, body), body);

        assertThat(one.accepted()).hasExactlyElementsOfTypes(Unsupported.class);
        assertThat(two.accepted()).hasExactlyElementsOfTypes(GroupMessage.class);
    }

    @Test
    void asksMetaToComeAgainWhileTheStoreIsAway() {
        intake.inbox.goAway();

        Answer answer = intake.deliverMessages("\"messages\": [" + MESSAGE.formatted("1") + "]");

        assertThat(answer).isEqualTo(Answer.COME_AGAIN);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(intake.rings).isZero();
        intake.deliverMessages("\"messages\": [" + MESSAGE.formatted("2") + "]");
        assertThat(intake.journal.details(Step.STORE_AWAY)).containsExactly(
                "deliveries are refused with 503 for now, Meta will deliver them again: connection refused");
    }

    @Test
    void asksMetaToComeAgainWhileTooMuchWaits() {
        intake.full = true;
        assertThat(intake.deliverMessages("\"messages\": [" + MESSAGE.formatted("1") + "]"))
                .isEqualTo(Answer.COME_AGAIN);
        assertThat(intake.events()).isEmpty();

        intake.full = false;
        assertThat(intake.deliverMessages("\"messages\": [" + MESSAGE.formatted("1") + "]")).isEqualTo(Answer.OK);
        assertThat(intake.events()).hasSize(1);
    }

    @Test
    void keepsPeopleApartWhoJoinedInTheSameSecond() {
        intake.deliver(change("group_participants_update", """
                "groups": [{"type": "group_participants_add", "group_id": "G1", "timestamp": 1760446100,
                "added_participants": [{"wa_id": "1"}, {"user_id": "US.2"}]}]"""));

        assertThat(intake.events()).hasExactlyElementsOfTypes(Joined.class, Joined.class);
        assertThat(intake.journal.details(Step.ACCEPTED)).containsExactly("2 new, 0 seen before");
    }

    @Test
    void keepsTheStepsOfAMessagesWayApart() {
        String status = """
                {"id": "wamid.1", "status": "%s", "timestamp": "1760446100", "recipient_id": "G1",
                 "recipient_type": "group", "recipient_participant_id": "1"}""";

        intake.deliverMessages("\"statuses\": [%s, %s]".formatted(status.formatted("delivered"),
                status.formatted("read")));

        assertThat(intake.journal.details(Step.ACCEPTED)).containsExactly("2 new, 0 seen before");
    }

    @Test
    void seesThatAMessageWasForwardedOften() {
        intake.deliverMessages("""
                "messages": [{"from": "1", "group_id": "G1", "id": "1", "timestamp": "1760446100", "type": "text",
                "text": {"body": "hi"}, "context": {"frequently_forwarded": true}}]""");

        GroupMessage message = (GroupMessage) intake.events().getFirst();
        assertThat(message.forwarded()).isTrue();
        assertThat(message.forwardedOften()).isTrue();
    }
}
