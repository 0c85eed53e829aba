package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.journal.CorrelationId;
import dev.tertulia.journal.MessageIds;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.outbox.Begun;
import dev.tertulia.outbox.Departure;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.origin;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.sends;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.timer;
import static dev.tertulia.store.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

/** What a journal promises: the steps of an event's life are in it as they happen, each once. */
public interface JournalContract extends StoreContract {

    Event MESSAGE = message("g", "message:wamid.HBgNNDkxNTExMjM0NTY3OA");
    String KEY = MessageIds.digested(MESSAGE.origin().key());
    String SENT_ID = MessageIds.digested("wamid.HBgNNDkxNTExMjM0NTY3OB");
    String MARK = CorrelationId.of(MESSAGE).mark();
    String SEND = CorrelationId.of(MESSAGE).on("0198f3a2");

    private EventJournal journal() {
        return stores().journal();
    }

    /** Everything, the oldest first. */
    private List<JournalEntry> entries() {
        return journal().before(null, 1_000).reversed().stream().map(EventJournal.Placed::entry).toList();
    }

    private static JournalEntry entry(Step step, String subject, String detail, Instant until) {
        return new JournalEntry(NOW, step, "g", MARK, subject, detail, until);
    }

    private static JournalEntry turn(Step step) {
        return entry(step, KEY, "Bot.answer", null);
    }

    private Claim claim() {
        return stores().inbox().claim(1, LONG).getFirst();
    }

    private static Event status(MessageStatus.State state, String phone) {
        return new MessageStatus(origin("g", "status:wamid.1:" + state + ":" + phone, NOW), "wamid.1", state,
                phone == null ? null : Member.ofPhone(phone), SEND, null, List.of());
    }

    @Test
    default void hasEveryStepOfALife() {
        long fence = stores().outbox().lease("pump", LONG).getAsLong();
        stores().inbox().accept(List.of(MESSAGE), NOW);
        Claim claim = claim();
        Begun begun = stores().inbox()
                .commit(claim, stores().inbox().open(claim), new TurnCommit(sends(send("g", SEND)),
                        new Departure(fence, LaneKind.MESSAGES, "g", NOW), turn(Step.HANDLED)), NOW)
                .begun();
        stores().outbox().settle(begun, new Settlement.Sent(begun.send(), NOW, "wamid.HBgNNDkxNTExMjM0NTY3OB"));
        stores().inbox().accept(List.of(status(MessageStatus.State.SENT, null)), event -> false, NOW);

        assertThat(entries()).containsExactly(
                entry(Step.ACCEPTED, KEY, "GroupMessage …5678", null), turn(Step.HANDLED),
                entry(Step.SENT, SEND, "FreeForm: " + SENT_ID, null), entry(Step.ACCEPTED, SEND, "sent", null));
    }

    @Test
    default void joinsTheStatusesOfADelivery() {
        stores().inbox().accept(List.of(status(MessageStatus.State.DELIVERED, "4915112345678"),
                status(MessageStatus.State.READ, "4915112349999"), MESSAGE), event -> false, NOW);

        assertThat(entries()).containsExactly(
                entry(Step.ACCEPTED, SEND, "delivered …5678, read …9999", null),
                entry(Step.ACCEPTED, KEY, "GroupMessage …5678", null));
    }

    @Test
    default void keepsDetailsShort() {
        stores().inbox().accept(IntStream.range(0, 500)
                .mapToObj(i -> status(MessageStatus.State.DELIVERED, "491511234" + (1000 + i))).toList(),
                event -> false, NOW);

        assertThat(entries()).hasSizeBetween(25, 60).allMatch(entry -> entry.detail().length() <= 300);
        assertThat(String.join(", ", entries().stream().map(JournalEntry::detail).toList()).split(", ")).hasSize(500)
                .startsWith("delivered …1000").endsWith("delivered …1499");
    }

    @Test
    default void saysNothingOfWhatWasSeenBefore() {
        stores().inbox().accept(List.of(MESSAGE), NOW);
        stores().inbox().accept(List.of(MESSAGE), NOW);

        assertThat(entries()).hasSize(1);
    }

    @Test
    default void saysNothingOfATurnThatLostItsClaim() {
        stores().inbox().accept(List.of(MESSAGE), NOW);
        Claim lost = new Claim("g", -1, false);

        stores().inbox().commit(lost, stores().inbox().open(claim()), new TurnCommit(Effects.NONE, null,
                turn(Step.HANDLED)), NOW);
        stores().inbox().giveBack(lost, Duration.ZERO, true, turn(Step.RETRIED));

        assertThat(entries()).extracting(JournalEntry::step).containsExactly(Step.ACCEPTED);
    }

    @Test
    default void saysOnceWhatIsCommittedAgain() {
        stores().inbox().accept(List.of(MESSAGE, message("g", "b")), NOW);
        Claim claim = claim();
        Mail mail = stores().inbox().open(claim);
        TurnCommit commit = new TurnCommit(Effects.NONE, null, turn(Step.HANDLED));

        stores().inbox().commit(claim, mail, commit, NOW);
        stores().inbox().commit(claim, mail, commit, NOW);

        assertThat(entries()).filteredOn(entry -> entry.step() == Step.HANDLED).hasSize(1);
    }

    @Test
    default void saysWhenAnAttemptIsRepeated() {
        stores().inbox().accept(List.of(MESSAGE), NOW);
        JournalEntry failed = entry(Step.RETRIED, "message:a", "it failed", NOW.plusSeconds(4));

        stores().inbox().giveBack(claim(), LONG, true, failed);
        assertThat(entries()).endsWith(failed);
    }

    @ParameterizedTest
    @CsvSource({"AGAIN, WAITING, FreeForm: because", "HELD, HELD, FreeForm: because", "PARKED, PARKED, ",
            "DEAD, DEAD, FreeForm: because", "GONE, DROPPED, FreeForm: because"})
    default void saysWhereAnEntryWentAfterAnAttempt(SettlementKind kind, Step step, String detail) {
        long fence = stores().outbox().lease("pump", LONG).getAsLong();
        stores().outbox().add(send("g", SEND));
        InHand.begin(stores().outbox(), fence, LaneKind.MESSAGES, new DueQueue("g", Priority.REPLY));
        Settlement settlement = settlement(send("g", SEND), kind, NOW.plusSeconds(9));

        InHand.settle(stores().outbox(), fence, settlement);
        InHand.settle(stores().outbox(), fence, settlement);

        assertThat(entries()).hasSize(1);
        assertThat(entries().getFirst()).isEqualTo(JournalEntries.settled(settlement));
        assertThat(entries().getFirst().step()).isEqualTo(step);
    }

    @Test
    default void saysWhenAnUnknownOutcomeIsResolved() {
        long fence = stores().outbox().lease("pump", LONG).getAsLong();
        stores().outbox().add(send("g", SEND));
        InHand.begin(stores().outbox(), fence, LaneKind.MESSAGES, new DueQueue("g", Priority.REPLY));
        InHand.settle(stores().outbox(), fence, settlement(unknown(send("g", SEND)), SettlementKind.AGAIN));
        stores().outbox().confirm("g", SEND, "wamid.HBgNNDkxNTExMjM0NTY3OB", NOW);
        stores().outbox().confirm("g", SEND, "wamid.HBgNNDkxNTExMjM0NTY3OB", NOW);
        stores().outbox().resettle(SettlementKind.dead(send("g", SEND), NOW, "because", 131026));

        assertThat(entries()).extracting(JournalEntry::step).containsExactly(Step.UNKNOWN, Step.SENT, Step.DEAD);
        assertThat(entries().get(1)).isEqualTo(
                entry(Step.SENT, SEND, "its webhook says so: " + SENT_ID, null));
    }

    @Test
    default void saysWhenATimerFires() {
        stores().inbox().startTimer(timer("g", "tea", "1", NOW));
        stores().inbox().startTimer(timer("h", "tea", "2", NOW));

        stores().inbox().fireTimers(NOW, 10);
        stores().inbox().fireTimers(NOW, 10);

        assertThat(entries()).extracting(JournalEntry::subject).containsExactlyInAnyOrder("timer:1", "timer:2");
        assertThat(entries().getFirst().detail()).isEqualTo("TimerFired");
    }

    @Test
    default void isReadInPages() {
        List<JournalEntry> written = IntStream.range(0, 25)
                .mapToObj(i -> entry(Step.DISCARDED, "send:" + i, "by hand", null)).toList();
        written.forEach(journal()::add);

        List<JournalEntry> read = new ArrayList<>();
        String place = null;
        List<EventJournal.Placed> page = journal().before(null, 10);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(10);
            page.forEach(placed -> read.add(placed.entry()));
            place = page.getLast().place();
            page = journal().before(place, 10);
        }
        assertThat(read).isEqualTo(written.reversed());
    }

    @Test
    default void holdsOnlySoMany() {
        for (int i = 0; i < 600; i++) {
            bounded().add(entry(Step.DISCARDED, "send:" + i, "by hand", null));
        }
        List<EventJournal.Placed> left = bounded().before(null, 1_000);

        assertThat(left).hasSizeBetween(100, 250);
        assertThat(left.getFirst().entry().subject()).isEqualTo("send:599");
    }

    /** A journal of at most 100 entries. */
    EventJournal bounded();

    @Test
    default void isNotKeptIfItHoldsNone() {
        none().add(turn(Step.HANDLED));

        assertThat(none().before(null, 10)).isEmpty();
    }

    /** A journal of no entries. */
    EventJournal none();
}
