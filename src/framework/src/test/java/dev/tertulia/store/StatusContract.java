package dev.tertulia.store;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.atOnce;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

/** What an outbox promises of statuses, which come early, late, twice or never. */
public interface StatusContract extends StoreContract {

    DueQueue NEXT = new DueQueue("g", Priority.REPLY);
    Send SEND = send("g", "1");

    private OutboxStore outbox() {
        return stores().outbox();
    }

    /** Takes the first entry of the group in hand. */
    private long begin() {
        outbox().add(SEND);
        long fence = outbox().lease("pump", LONG).getAsLong();
        assertThat(InHand.begin(outbox(), fence, LaneKind.MESSAGES, NEXT)).contains(SEND);
        return fence;
    }

    private void sent() {
        InHand.settle(outbox(), begin(), settlement(SEND, SettlementKind.SENT));
    }

    private void unclear() {
        InHand.settle(outbox(), begin(), settlement(unknown(SEND), SettlementKind.AGAIN, NOW.plus(LONG)));
    }

    private boolean confirm() {
        return outbox().confirm("g", "1", "wamid.1", NOW);
    }

    @Test
    default void findsWhatWasSentByEitherId() {
        sent();

        assertThat(outbox().findSent("g", "1", "wamid.1")).contains(SEND);
        assertThat(outbox().findSent("g", "1", "")).contains(SEND);
        assertThat(outbox().findSent("g", null, "wamid.1")).contains(SEND);
        assertThat(outbox().findSent("g", "2", "wamid.1")).isEmpty();
        assertThat(outbox().findSent("g", null, "wamid.2")).isEmpty();
    }

    @Test
    default void findsNothingThatIsNotSent() {
        outbox().add(SEND);

        assertThat(outbox().findSent("g", "1", "wamid.1")).isEmpty();
    }

    @Test
    default void findsWhatMayHaveBeenSent() {
        unclear();

        assertThat(outbox().findSent("g", "1", "wamid.1")).contains(unknown(SEND));
        assertThat(outbox().findSent("g", null, "wamid.1")).isEmpty();
    }

    @Test
    default void leavesWhatIsSentAloneWhenItIsConfirmed() {
        sent();

        assertThat(confirm()).isFalse();
        assertThat(outbox().findSent("g", null, "wamid.1")).contains(SEND);
    }

    @Test
    default void resolvesAnUnknownOutcomeOnce() {
        unclear();
        outbox().add(send("g", "2"));

        assertThat(confirm()).isTrue();
        assertThat(confirm()).isFalse();
        assertThat(outbox().findSent("g", null, "wamid.1")).contains(unknown(SEND));
        assertThat(outbox().due(LaneKind.MESSAGES, NOW, 10)).containsExactly(NEXT);
        assertThat(InHand.begin(outbox(), outbox().lease("pump", LONG).getAsLong(), LaneKind.MESSAGES, NEXT))
                .contains(send("g", "2"));
    }

    @Test
    default void resolvesAnUnknownOutcomeOnceForManyAtOnce() throws InterruptedException {
        unclear();

        List<Boolean> resolved = atOnce(8, this::confirm);

        assertThat(resolved).containsOnlyOnce(true);
    }

    @Test
    default void remembersAConfirmationThatCameTooEarly() {
        long fence = begin();

        assertThat(confirm()).isFalse();
        assertThat(outbox().confirmed("1")).isTrue();
        assertThat(outbox().confirmed("2")).isFalse();

        InHand.settle(outbox(), fence, settlement(unknown(SEND), SettlementKind.AGAIN, NOW.plus(LONG)));
        assertThat(confirm()).isTrue();
    }

    @Test
    default void confirmsNothingByItself() {
        unclear();

        assertThat(outbox().confirmed("1")).isFalse();
    }

    @Test
    default void cannotBeFoundWhileItIsTriedAgain() {
        unclear();
        InHand.begin(outbox(), outbox().lease("pump", LONG).getAsLong(), LaneKind.MESSAGES, NEXT);

        assertThat(outbox().findSent("g", "1", "wamid.1")).isEmpty();
        assertThat(outbox().inHand("g", "1")).isTrue();
        assertThat(confirm()).isFalse();
    }

    @Test
    default void movesWhatFailedLateOnce() {
        sent();

        assertThat(outbox().resettle(settlement(SEND, SettlementKind.HELD))).isTrue();
        assertThat(outbox().resettle(settlement(SEND, SettlementKind.HELD))).isFalse();
        assertThat(outbox().findSent("g", "1", "wamid.1")).isEmpty();
        assertThat(outbox().releaseHeld("g", NOW)).isEqualTo(1);
    }

    @Test
    default void forgetsTheConfirmationOfWhatFailedLate() {
        long fence = begin();
        confirm();
        InHand.settle(outbox(), fence, settlement(SEND, SettlementKind.SENT));

        outbox().resettle(settlement(SEND, SettlementKind.AGAIN));

        assertThat(outbox().confirmed("1")).isFalse();
    }

    @Test
    default void putsWhatFailedLateInFrontOfTheRest() {
        sent();
        outbox().add(send("g", "2"));

        outbox().resettle(settlement(SEND, SettlementKind.AGAIN));

        long fence = outbox().lease("pump", LONG).getAsLong();
        assertThat(outbox().due(LaneKind.MESSAGES, NOW, 10)).containsExactly(NEXT);
        assertThat(InHand.begin(outbox(), fence, LaneKind.MESSAGES, NEXT)).contains(SEND);
    }

    @Test
    default void movesAnUnknownOutcomeThatFailed() {
        unclear();

        assertThat(outbox().resettle(settlement(unknown(SEND), SettlementKind.DEAD))).isTrue();
        assertThat(outbox().resettle(settlement(unknown(SEND), SettlementKind.DEAD))).isFalse();
        assertThat(confirm()).isFalse();
        assertThat(outbox().due(LaneKind.MESSAGES, NOW.plus(LONG), 10)).isEmpty();
    }

    @Test
    default void movesNothingThatIsStillInHand() {
        long fence = begin();

        assertThat(outbox().resettle(settlement(SEND, SettlementKind.GONE))).isFalse();
        assertThat(InHand.settle(outbox(), fence, settlement(SEND, SettlementKind.SENT))).isTrue();
    }

    @Test
    default void findsManyEntriesThatWereSent() {
        InHand.settle(outbox(), begin(), settlement(SEND, SettlementKind.SENT));

        assertThat(outbox().sent(List.of(SEND.id(), "unheard of"))).isEqualTo(Map.of(SEND.id(), SEND));
    }
}
