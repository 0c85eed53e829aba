package dev.tertulia.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.message.GroupMessage;
import dev.tertulia.store.RecordingInbox.Quarantined;

import static dev.tertulia.webhook.SampleIntake.NOW;
import static dev.tertulia.webhook.SampleIntake.change;
import static org.assertj.core.api.Assertions.assertThat;

/** A delivery that somebody kept does nothing once it is forgotten that it came before. */
class AgeTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    private final SampleIntake intake = new SampleIntake();

    /** Each kind of what WhatsApp tells, at a time that is put in. */
    static List<String> kinds() {
        return List.of(change("messages", """
                "messages": [{"from": "1", "group_id": "G", "id": "1", "timestamp": "%1$d", "type": "text",
                "text": {"body": "x"}}]"""), change("messages", """
                "messages": [{"from": "1", "group_id": "G", "id": "1", "timestamp": "%1$d", "type": "poll"}]"""),
                change("messages", """
                        "statuses": [{"id": "1", "status": "read", "timestamp": "%1$d", "recipient_id": "G",
                        "recipient_type": "group"}]"""), change("messages", """
                                "statuses": [{"id": "1", "type": "payment", "status": "new", "timestamp": "%1$d"}]"""),
                change("group_participants_update", """
                        "groups": [{"type": "group_participants_add", "group_id": "G", "timestamp": %1$d,
                        "added_participants": [{"wa_id": "1"}, {"wa_id": "2"}]}]"""),
                change("group_lifecycle_update", """
                        "groups": [{"type": "group_delete", "group_id": "G", "timestamp": "%1$d"}]"""), """
                        {"entry": [{"id": "1", "time": %1$d, "changes": [{"field": "account_update",
                        "value": {"event": "ACCOUNT_VIOLATION"}}]}]}""");
    }

    private static String at(Instant time, String delivery) {
        return delivery.formatted(time.getEpochSecond());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isTakenInWhileItIsKnownWhatCameBefore(String kind) {
        intake.deliver(at(NOW.minus(WEEK), kind));
        intake.deliver(at(NOW.plus(DAY), kind));

        assertThat(intake.events()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(intake.inbox.quarantined()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isKeptApartOnceThatIsForgotten(String kind) {
        intake.deliver(at(NOW.minus(WEEK).minusSeconds(1), kind));

        assertThat(intake.events()).isEmpty();
        assertThat(intake.inbox.quarantined()).extracting(Quarantined::reason)
                .containsExactly(
                        "too old: it is of 2025-10-07T12:59:59Z, and repetitions are known for 7 days, so it may"
                                + " have been handled before; look at it and discard it");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isKeptApartWhereItIsDatedFarAhead(String kind) {
        intake.deliver(at(NOW.plus(DAY).plusSeconds(1), kind));

        assertThat(intake.events()).isEmpty();
        assertThat(intake.inbox.quarantined()).extracting(Quarantined::reason)
                .containsExactly("dated in the future: it is of 2025-10-15T13:00:01Z, more than 24 hours ahead; compare"
                        + " this machine's clock, then retry or discard it");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void worksOnceWheneverItComesAgain(String kind) {
        String ahead = at(NOW.plus(DAY), kind);
        intake.deliver(ahead);
        long waiting = intake.inbox.counts().waiting();

        for (int hours = 0; hours < 30 * 24; hours += 5) {
            intake.now = NOW.plus(Duration.ofHours(hours));
            intake.deliver(ahead);
        }

        assertThat(intake.inbox.counts().waiting()).isEqualTo(waiting);
    }

    @Test
    void worksOnceWithoutATimeToo() {
        String undated = """
                {"entry": [{"id": "1", "changes": [{"field": "account_update",
                "value": {"event": "ACCOUNT_VIOLATION"}}]}]}""";
        intake.deliver(undated);
        long waiting = intake.inbox.counts().waiting();

        intake.now = NOW.plus(WEEK);
        intake.deliver(undated);

        assertThat(waiting).isPositive();
        assertThat(intake.inbox.counts().waiting()).isEqualTo(waiting);
    }

    @Test
    void cannotBeReadAgainEither() {
        intake.deliver(at(NOW.minus(WEEK).minusSeconds(1), kinds().getFirst()));

        assertThat(intake.receiver.readAgain(intake.inbox.quarantined().getFirst().raw()))
                .hasValueSatisfying(why -> assertThat(why).startsWith("too old: "));
    }

    @Test
    void leavesItsNeighboursAlone() {
        intake.deliverMessages("""
                "messages": [{"from": "1", "group_id": "G", "id": "1", "timestamp": "1", "type": "text",
                "text": {"body": "old"}}, {"from": "1", "group_id": "G", "id": "2", "timestamp": "%d", "type": "text",
                "text": {"body": "new"}}]""".formatted(NOW.getEpochSecond()));

        assertThat(intake.events()).extracting(event -> ((GroupMessage) event).text()).containsExactly("new");
        assertThat(intake.inbox.quarantined()).hasSize(1);
    }
}
