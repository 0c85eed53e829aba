package dev.tertulia.webhook;

import java.time.InstantSource;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Member;
import dev.tertulia.store.RecordingInbox;
import dev.tertulia.store.RecordingInbox.Quarantined;
import dev.tertulia.store.memory.MemoryStore;

import static dev.tertulia.webhook.SampleIntake.NOW;
import static dev.tertulia.webhook.SampleIntake.SECRET;
import static dev.tertulia.webhook.SampleIntake.change;
import static org.assertj.core.api.Assertions.assertThat;

/** What was put aside holds all that is needed to read it again, and no more. */
class QuarantineReplayTest {

    private static final String MESSAGES = """
            "contacts": [{"wa_id": "1", "profile": {"name": "Ana"}}, {"wa_id": "2", "profile": {"name": "Ben"}}],
            "statuses": [], "messages": [
            {"from": "1", "group_id": "G", "id": "a", "timestamp": "%s", "type": "text", "text": {"body": "x"}},
            {"from": "2", "group_id": "G", "id": "b", "timestamp": "1760446100", "type": "text",
             "text": {"body": "y"}}]""";

    private final SampleIntake intake = new SampleIntake();

    private String putAside(String delivery) {
        intake.deliver(delivery);
        assertThat(intake.inbox.quarantined()).hasSize(1);
        return intake.inbox.quarantined().getFirst().raw();
    }

    @Test
    void isOneItemAndWhatItNeeds() {
        String raw = putAside(change("messages", MESSAGES.formatted("soon")));

        assertThat(raw).isEqualTo("{\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":{"
                + "\"metadata\":{\"display_phone_number\":\"15550783881\",\"phone_number_id\":\"106540352242922\"},"
                + "\"contacts\":[{\"wa_id\":\"1\",\"profile\":{\"name\":\"Ana\"}}],"
                + "\"messages\":[{\"from\":\"1\",\"group_id\":\"G\",\"id\":\"a\",\"timestamp\":\"soon\","
                + "\"type\":\"text\",\"text\":{\"body\":\"x\"}}]}}]}]}");
    }

    @Test
    void isTakenInOnceItCanBeRead() {
        String raw = putAside(change("messages", MESSAGES.formatted("soon"))).replace("soon", "1760446100");
        int before = intake.events().size();

        assertThat(intake.receiver.readAgain(raw)).isEmpty();

        assertThat(intake.events()).hasSize(before + 1).last().isInstanceOfSatisfying(GroupMessage.class,
                message -> assertThat(message.sender()).isEqualTo(new Member(null, "1", "Ana", null)));
        assertThat(intake.inbox.quarantined()).hasSize(1);
    }

    @Test
    void staysWithTheReason() {
        String raw = putAside(change("messages", MESSAGES.formatted("soon")));

        assertThat(intake.receiver.readAgain(raw)).contains("timestamp 'soon' is not a number of seconds");
        assertThat(intake.receiver.readAgain("{ broken")).contains("this is not JSON");
        assertThat(intake.receiver.readAgain("{\"entry\":[]}")).contains("it holds nothing");
        assertThat(intake.inbox.quarantined()).hasSize(1);
    }

    @Test
    void findsItsNumberOnceThatIsConfigured() {
        String other = change("messages", MESSAGES.formatted("1760446100")).replace(SampleIntake.NUMBER, "999");
        intake.deliver(other);
        List<String> raws = intake.inbox.quarantined().stream().map(Quarantined::raw).toList();
        RecordingInbox inbox = new RecordingInbox(new MemoryStore().inbox());
        Receiver more = new Receiver(List.of(SECRET),
                List.of(new Intake("999", inbox, Reports.IN_TURNS, () -> false, () -> {})),
                new ObjectMapper(), InstantSource.fixed(NOW), intake.journal);

        assertThat(raws).hasSize(2).allSatisfy(raw -> assertThat(intake.receiver.readAgain(raw)).contains(
                "phone number '999' is not configured; add it under whatsapp.numbers or unsubscribe it"));
        assertThat(raws).allSatisfy(raw -> assertThat(more.readAgain(raw)).isEmpty());

        assertThat(inbox.accepted()).extracting(event -> ((GroupMessage) event).text()).containsExactly("x", "y");
    }

    @Test
    void isPutAsideAnewWhereOnlySomeOfItCanBeRead() {
        assertThat(intake.receiver.readAgain(change("messages", MESSAGES.formatted("soon")))).isEmpty();

        assertThat(intake.events()).hasSize(1);
        assertThat(intake.inbox.quarantined()).hasSize(1);
    }
}
