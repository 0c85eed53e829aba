package dev.tertulia.store;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.TurnPosition;
import dev.tertulia.outbox.WaitingSend;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.operation;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What stores promise of looking at what waits. */
public interface WaitingContract extends StoreContract {

    private Inbox inbox() {
        return stores().inbox();
    }

    private OutboxStore outbox() {
        return stores().outbox();
    }

    private WaitingMail onlyMail() {
        return inbox().waiting(10).getFirst();
    }

    @Test
    default void showNothingAtFirst() {
        assertThat(inbox().waiting(10)).isEmpty();
        assertThat(outbox().waiting(10)).isEmpty();
    }

    @Test
    default void showMailUntilItIsHandled() {
        inbox().accept(List.of(message("g", "a"), message("g", "b")), NOW);
        assertThat(onlyMail()).matches(mail -> mail.group().equals("g") && mail.events() == 2 && !mail.claimed()
                && mail.attempts() == 0 && !mail.readyFor().isNegative());

        Claim claim = inbox().claim(1, LONG).getFirst();
        inbox().open(claim);
        assertThat(onlyMail()).isEqualTo(new WaitingMail("g", 2, 1, true, Duration.ZERO));

        InHand.commit(inbox(), claim, Effects.NONE, NOW);
        inbox().open(claim);
        inbox().giveBack(claim, LONG, true);
        assertThat(onlyMail()).matches(mail -> mail.events() == 1 && mail.attempts() == 1 && !mail.claimed()
                && mail.readyFor().isNegative());
    }

    @Test
    default void showTheMailThatWaitsLongestFirst() {
        inbox().accept(List.of(message("g", "a")), NOW);
        inbox().accept(List.of(message("h", "b")), NOW);
        inbox().accept(List.of(message("i", "c")), NOW);

        assertThat(inbox().waiting(2)).extracting(WaitingMail::group).containsExactly("g", "h");
    }

    @Test
    default void showTheFirstEntryOfEachQueue() {
        Send later = send("g", "2", NOW.minusSeconds(10));
        outbox().add(send("h", "1", NOW.minusSeconds(60)));
        outbox().add(later);
        outbox().add(send("g", "3", NOW.minusSeconds(5)));

        assertThat(outbox().waiting(10)).extracting(waiting -> waiting.first().id(), WaitingSend::entries,
                WaitingSend::behind)
                .containsExactly(tuple("1", 1L, false),
                        tuple("2", 2L, false));
        assertThat(outbox().waiting(1)).hasSize(1);
        assertThat(outbox().waiting(10).getLast()).isEqualTo(new WaitingSend(later, 2, later.created(), false));
    }

    @Test
    default void showWhenAnEntryIsTriedAgain() {
        long fence = outbox().lease("pump", LONG).getAsLong();
        outbox().add(send("g", "1"));
        Send first = InHand.begin(outbox(), fence, LaneKind.MESSAGES, new DueQueue("g", Priority.REPLY)).orElseThrow();
        assertThat(outbox().waiting(10)).isEmpty();

        InHand.settle(outbox(), fence, settlement(first, SettlementKind.AGAIN, NOW.plus(LONG)));

        assertThat(outbox().waiting(10)).singleElement().extracting(WaitingSend::due).isEqualTo(NOW.plus(LONG));
    }

    @Test
    default void leaveOutWhatIsParked() {
        long fence = outbox().lease("pump", LONG).getAsLong();
        outbox().add(send("g", "1"));
        outbox().add(send("g", "2"));
        Send first = InHand.begin(outbox(), fence, LaneKind.MESSAGES, new DueQueue("g", Priority.REPLY)).orElseThrow();

        InHand.settle(outbox(), fence, settlement(first, SettlementKind.PARKED));

        assertThat(outbox().waiting(10)).isEmpty();
    }

    @Test
    default void showThatAnEntryWaitsForAnotherOfItsTurn() {
        outbox().add(operation("g", "1"));
        outbox().add(send("g", "2").in(new TurnPosition("1", false)));

        assertThat(outbox().waiting(10)).filteredOn(WaitingSend::behind)
                .extracting(waiting -> waiting.first().id()).containsExactly("2");
    }
}
