package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.costs.Booking;
import dev.tertulia.costs.Charge;
import dev.tertulia.costs.Delivery;
import dev.tertulia.costs.Item;
import dev.tertulia.costs.Sum;
import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.message.Content;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Member;
import dev.tertulia.store.Inbox.Committed;

import static dev.tertulia.store.Samples.BRIEF;
import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.atOnce;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.origin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an inbox promises of a delivery. */
public interface AcceptContract extends StoreContract {

    private int accept(Event... events) {
        return stores().inbox().accept(List.of(events), NOW);
    }

    /** Handles all mail there is; the keys in their order. */
    private List<String> handleAll() {
        Inbox inbox = stores().inbox();
        List<String> keys = new ArrayList<>();
        for (Claim claim : inbox.claim(1_000, LONG)) {
            do {
                keys.add(inbox.open(claim).event().origin().key());
            } while (InHand.commit(inbox, claim, Effects.NONE, NOW) == Inbox.Committed.MORE);
        }
        return keys;
    }

    @Test
    default void keepsTheOrderOfAGroup() {
        int accepted = accept(message("g", "a"), message("g", "b")) + accept(message("g", "c"));

        assertThat(accepted).isEqualTo(3);
        assertThat(handleAll()).containsExactly("a", "b", "c");
    }

    @Test
    default void givesTheEventBackAsItCame() {
        Event event = message("g", "a", NOW.plusNanos(123_456_789));
        accept(event);

        assertThat(stores().inbox().open(stores().inbox().claim(1, LONG).getFirst()).event()).isEqualTo(event);
    }

    @Test
    default void takesADeliveryWithoutEvents() {
        assertThat(accept()).isZero();
        assertThat(handleAll()).isEmpty();
    }

    @Test
    default void dropsADuplicateWithinADelivery() {
        assertThat(accept(message("g", "a"), message("g", "b"), message("g", "a"))).isEqualTo(2);
        assertThat(handleAll()).containsExactly("a", "b");
    }

    @Test
    default void dropsWhatCameWithAnEarlierDelivery() {
        accept(message("g", "a"));

        assertThat(accept(message("g", "a", NOW.plusSeconds(1)), message("g", "b"))).isEqualTo(1);
        assertThat(handleAll()).containsExactly("a", "b");
    }

    @Test
    default void dropsWhatWasHandledBefore() {
        accept(message("g", "a"));
        handleAll();

        assertThat(accept(message("g", "a"))).isZero();
        assertThat(handleAll()).isEmpty();
    }

    @Test
    default void takesTheSameKeyOfAnotherGroupForAnotherEvent() {
        assertThat(accept(message("g", "a"), message("h", "a"))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    default void remembersAsLongAsAnythingMayComeWhicheverTheDay(int day) {
        Instant first = NOW.plus(Duration.ofDays(day));
        stores().inbox().accept(List.of(message("g", "a")), first);

        Instant almost = first.plus(Duration.ofDays(8)).minusSeconds(1);
        assertThat(stores().inbox().accept(List.of(message("g", "a")), almost)).isZero();
    }

    @Test
    default void forgetsAfterTwoWeeks() {
        accept(message("g", "a"));

        Instant later = NOW.plus(Duration.ofDays(14));
        assertThat(stores().inbox().accept(List.of(message("g", "a")), later)).isEqualTo(1);
    }

    @Test
    default void remembersMoreThanAThousandEventsOfAGroup() {
        List<Event> many = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            many.add(message("g", "key" + i));
        }

        assertThat(stores().inbox().accept(many, NOW)).isEqualTo(1_500);
        assertThat(stores().inbox().accept(many, NOW.plus(Duration.ofDays(6)))).isZero();
    }

    @Test
    default void takesAFullDeliveryOverAHundredGroups() {
        List<Event> delivery = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            delivery.add(message("g" + i % 100, "key" + i));
        }

        assertThat(stores().inbox().accept(delivery, NOW)).isEqualTo(1_000);
        assertThat(stores().inbox().claim(1_000, LONG)).hasSize(100);
    }

    @Test
    default void countsADeliveryOnceThatComesSeveralTimesAtOnce() throws InterruptedException {
        List<Event> delivery = List.of(message("g", "a"), message("h", "b"), message("g", "c"));

        List<Integer> accepted = atOnce(8, () -> stores().inbox().accept(delivery, NOW));

        assertThat(accepted).containsOnly(0, 3).containsOnlyOnce(3);
        assertThat(handleAll()).containsExactlyInAnyOrder("a", "c", "b");
    }

    @Test
    default void keepsWhatCannotBeReadOutOfTheWay() {
        stores().inbox().quarantine("{", "no JSON", NOW);

        assertThat(handleAll()).isEmpty();
    }

    /** A careless program cuts texts in the middle of an emoji; what is taken off must be what lies there. */
    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "\ud83d\ufffd", "\udc4d\ud83d", "a\ud83d\u4e2d\u6587", "\u0000"})
    default void takesOffATextThatIsNoUnicode(String words) {
        Event event = new GroupMessage(origin("g", "a", NOW), "wamid.a", Member.ofPhone("1"), new Content.Text(words),
                null, false);
        Inbox inbox = stores().inbox();
        inbox.accept(List.of(event, message("g", "b")), NOW);
        Claim claim = inbox.claim(1, LONG).getFirst();
        inbox.open(claim);

        assertThat(InHand.commit(inbox, claim, Effects.NONE, NOW)).isEqualTo(Committed.MORE);
        assertThat(inbox.open(claim).event()).isEqualTo(message("g", "b"));
    }

    @Test
    default void putsAsideWhatHasNoRoomInAMailbox() {
        int each = Inbox.MOST_MAIL / 20;
        for (int from = 0; from < Inbox.MOST_MAIL; from += each) {
            stores().inbox().accept(IntStream.range(from, from + each)
                    .<Event>mapToObj(i -> message("busy", "key" + i)).toList(), NOW);
        }
        assertThat(stores().inbox().counts()).isEqualTo(new MailCounts(Inbox.MOST_MAIL, 0, 0));

        assertThat(accept(message("busy", "beyond"), message("calm", "a"), message("busy", "beyond"))).isEqualTo(2);

        assertThat(stores().inbox().counts()).isEqualTo(new MailCounts(Inbox.MOST_MAIL + 1, 1, 0, 1));
        DeadLetter letter = stores().deadLetters().queue(DeadLetterKind.DEAD_EVENT).list(null, 10).getFirst();
        assertThat(letter.group()).isEqualTo("busy");
        assertThat(letter.cause()).isEqualTo("its group's mailbox held 10000 events already; retry it once they are"
                + " handled");
        assertThat(stores().deadLetters().queue(DeadLetterKind.DEAD_EVENT).retry(letter.id().key(), NOW)).isTrue();
        assertThat(stores().inbox().counts()).isEqualTo(new MailCounts(Inbox.MOST_MAIL + 2, 0, 0, 1));
    }

    private Accepted acceptWithRoom(int groups, Event... events) {
        return stores().inbox().accept(Incoming.of(List.of(events)), new Room(groups, LONG), NOW);
    }

    @Test
    default void claimsAndOpensWhatItAccepts() {
        Accepted accepted = acceptWithRoom(10, message("g", "a"), message("h", "b"), message("g", "c"));

        assertThat(accepted.fresh()).hasSize(3);
        assertThat(accepted.waiting()).isFalse();
        assertThat(accepted.claimed()).extracting(claimed -> claimed.claim().group()).containsExactly("g", "h");
        assertThat(accepted.claimed()).extracting(claimed -> claimed.mail().event())
                .containsExactly(message("g", "a"), message("h", "b"));
        assertThat(accepted.claimed()).extracting(claimed -> claimed.mail().attempts()).containsOnly(0);
        assertThat(stores().inbox().claim(10, LONG)).isEmpty();
    }

    @Test
    default void claimsNoMoreThanThereIsRoomFor() {
        Accepted accepted = acceptWithRoom(1, message("g", "a"), message("h", "b"));

        assertThat(accepted.claimed()).extracting(claimed -> claimed.claim().group()).containsExactly("g");
        assertThat(accepted.waiting()).isTrue();
        assertThat(stores().inbox().claim(10, LONG)).extracting(Claim::group).containsExactly("h");
    }

    @Test
    default void leavesAGroupAloneThatIsClaimed() {
        accept(message("g", "a"));
        Claim claim = stores().inbox().claim(1, LONG).getFirst();

        Accepted accepted = acceptWithRoom(10, message("g", "b"));

        assertThat(accepted).isEqualTo(new Accepted(List.of(message("g", "b")), List.of(), false));
        assertThat(stores().inbox().open(claim).event()).isEqualTo(message("g", "a"));
    }

    @Test
    default void opensTheOldestEventOfAGroup() {
        accept(message("g", "a"));

        assertThat(acceptWithRoom(10, message("g", "b")).claimed()).singleElement()
                .satisfies(claimed -> assertThat(claimed.mail().event()).isEqualTo(message("g", "a")));
    }

    @Test
    default void claimsNothingForADuplicate() {
        accept(message("g", "a"));

        assertThat(acceptWithRoom(10, message("g", "a"))).isEqualTo(Accepted.NOTHING);
    }

    @Test
    default void claimsNothingForWhatGoesIntoNoMailbox() {
        Accepted accepted = stores().inbox().accept(
                new Incoming(List.of(message("g", "a")), event -> false, Booking.NONE), new Room(10, LONG), NOW);

        assertThat(accepted).isEqualTo(new Accepted(List.of(message("g", "a")), List.of(), false));
    }

    @Test
    default void letsAGroupRestThatWasGivenBackWithAPause() {
        accept(message("g", "a"));
        stores().inbox().giveBack(stores().inbox().claim(1, LONG).getFirst(), LONG, true);

        assertThat(acceptWithRoom(10, message("g", "b"))).isEqualTo(
                new Accepted(List.of(message("g", "b")), List.of(), false));
    }

    @Test
    default void countsAnAttemptAtWhatItClaimed() {
        Claim claim = acceptWithRoom(10, message("g", "a")).claimed().getFirst().claim();
        stores().inbox().giveBack(claim, Duration.ZERO, true);

        Mail mail = acceptWithRoom(10, message("g", "b")).claimed().getFirst().mail();

        assertThat(mail.attempts()).isEqualTo(1);
        assertThat(mail.event()).isEqualTo(message("g", "a"));
    }

    @Test
    default void claimsAGroupOnceThatComesSeveralTimesAtOnce() throws InterruptedException {
        AtomicInteger key = new AtomicInteger();

        List<Accepted> all = atOnce(8, () -> acceptWithRoom(10, message("g", "key" + key.incrementAndGet())));

        assertThat(all).filteredOn(accepted -> !accepted.claimed().isEmpty()).hasSize(1);
        assertThat(all).allSatisfy(accepted -> assertThat(accepted.fresh()).hasSize(1));
    }

    @Test
    default void booksWhatADeliveryReports() {
        LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        Item item = new Item("g", "hello", "utility", Charge.CHARGED);
        Sum cent = new Sum(1, 10_000, 0);
        Booking booking = new Booking(List.of(new Delivery(List.of("a", "b"), today, item, cent),
                new Delivery(List.of("b", "c"), today, item, cent), new Delivery(List.of("d"), today, item, cent)),
                today, 30);
        Incoming incoming = new Incoming(List.of(message("g", "a")), event -> true, booking);

        assertThat(stores().inbox().accept(incoming, Room.NONE, NOW).fresh()).hasSize(1);
        assertThat(stores().inbox().accept(incoming, Room.NONE, NOW).fresh()).isEmpty();

        assertThat(stores().ledger().page(today)).containsExactly(Map.entry(item, new Sum(2, 20_000, 0)));
    }

    @Test
    default void tellsThatAClaimWasTakenOver() {
        accept(message("g", "a"));
        stores().inbox().claim(1, BRIEF);
        AtomicInteger key = new AtomicInteger();

        List<ClaimedMail> claimed = await().until(() -> {
            stores().inbox().claim(0, LONG); // takes back what has expired
            return acceptWithRoom(1, message("g", "key" + key.incrementAndGet())).claimed();
        }, found -> !found.isEmpty());

        assertThat(claimed.getFirst().claim().takenOver()).isTrue();
    }
}
