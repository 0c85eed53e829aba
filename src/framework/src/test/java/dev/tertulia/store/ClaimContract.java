package dev.tertulia.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.message.Event;

import static dev.tertulia.store.Samples.BRIEF;
import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.atOnce;
import static dev.tertulia.store.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an inbox promises of claims: one at a time in a group, and none for ever. */
public interface ClaimContract extends StoreContract {

    private Inbox inbox() {
        return stores().inbox();
    }

    private void post(String... groups) {
        Arrays.stream(groups).forEach(group -> inbox().accept(List.of(message(group, "a")), NOW));
    }

    private Claim claim(Duration lease) {
        return inbox().claim(1, lease).getFirst();
    }

    private Claim awaitClaim() {
        return await().until(() -> inbox().claim(1, LONG), claims -> !claims.isEmpty()).getFirst();
    }

    private List<String> claimed(int atMost) {
        return inbox().claim(atMost, LONG).stream().map(Claim::group).toList();
    }

    @Test
    default void claimsNothingWhereThereIsNoMail() {
        assertThat(inbox().claim(10, LONG)).isEmpty();
    }

    @Test
    default void claimsAGroupOnce() {
        post("g", "h");

        assertThat(claimed(10)).containsExactlyInAnyOrder("g", "h");
        assertThat(claimed(10)).isEmpty();
    }

    @Test
    default void claimsTheLongestWaitingFirstAndNoMoreThanAsked() {
        post("c", "a", "b");

        assertThat(claimed(2)).containsExactly("c", "a");
        assertThat(claimed(2)).containsExactly("b");
    }

    @Test
    default void leavesAClaimedGroupAloneWhenMoreComes() {
        post("g");
        claim(LONG);

        inbox().accept(List.of(message("g", "b")), NOW);

        assertThat(claimed(10)).isEmpty();
    }

    @Test
    default void takesOverAClaimThatRanOut() {
        post("g");
        Claim first = claim(BRIEF);

        Claim second = awaitClaim();

        assertThat(second.group()).isEqualTo("g");
        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(first.takenOver()).isFalse();
        assertThat(second.takenOver()).isTrue();
        assertThat(inbox().open(first).event()).isNull();
        assertThat(inbox().open(second).event()).isEqualTo(message("g", "a"));
    }

    @Test
    default void takesBackEveryClaimThatRanOut() {
        post("g", "h");
        List<Claim> lost = inbox().claim(2, BRIEF);

        Claim next = awaitClaim();

        assertThat(inbox().renew(lost, LONG)).isEqualTo(lost);
        assertThat(inbox().claim(10, LONG)).singleElement().satisfies(last -> {
            assertThat(last.group()).isNotEqualTo(next.group());
            assertThat(last.takenOver()).isTrue();
        });
    }

    @Test
    default void tellsOnceThatAClaimWasTakenOver() {
        post("g");
        claim(BRIEF);

        inbox().giveBack(awaitClaim(), Duration.ZERO, false);
        Claim given = awaitClaim();
        inbox().open(given);
        InHand.commit(inbox(), given, Effects.NONE, NOW);
        inbox().accept(List.of(message("g", "b")), NOW);

        assertThat(given.takenOver()).isFalse();
        assertThat(awaitClaim().takenOver()).isFalse();
    }

    @Test
    default void keepsARenewedClaim() {
        post("renewed", "other");
        List<Claim> claims = inbox().claim(2, BRIEF);

        List<Claim> lost = inbox().renew(claims.subList(0, 1), LONG);

        assertThat(lost).isEmpty();
        assertThat(awaitClaim().group()).isEqualTo("other");
        assertThat(claimed(10)).isEmpty();
    }

    @Test
    default void tellsWhichClaimsAreLost() {
        post("g");
        Claim lost = claim(BRIEF);
        Claim kept = awaitClaim();

        assertThat(inbox().renew(List.of(lost, kept), LONG)).containsExactly(lost);
    }

    @Test
    default void givesAGroupBackAtOnce() {
        post("g");
        Claim first = claim(LONG);

        inbox().giveBack(first, Duration.ZERO, false);

        Claim second = awaitClaim();
        assertThat(second.token()).isGreaterThan(first.token());
        assertThat(inbox().open(second).event()).isEqualTo(message("g", "a"));
        assertThat(inbox().open(second).attempts()).isZero();
    }

    @Test
    default void letsAGroupRestThatIsGivenBackWithAPause() {
        post("long", "brief");
        List<Claim> claims = inbox().claim(2, LONG);

        inbox().giveBack(claims.get(0), LONG, false);
        inbox().giveBack(claims.get(1), BRIEF, false);

        assertThat(claimed(10)).isEmpty();
        assertThat(awaitClaim().group()).isEqualTo("brief");
        assertThat(claimed(10)).isEmpty();
    }

    @Test
    default void letsAGroupRestEvenIfMoreComes() {
        post("g");
        inbox().giveBack(claim(LONG), LONG, false);

        inbox().accept(List.of(message("g", "b")), NOW);

        assertThat(claimed(10)).isEmpty();
    }

    @Test
    default void countsFailedAttemptsUntilTheEventIsDone() {
        inbox().accept(List.of(message("g", "a"), message("g", "b")), NOW);

        inbox().giveBack(claim(LONG), Duration.ZERO, true);
        inbox().giveBack(awaitClaim(), Duration.ZERO, true);

        Claim third = awaitClaim();
        assertThat(inbox().open(third).attempts()).isEqualTo(2);
        InHand.commit(inbox(), third, Effects.NONE, NOW);
        assertThat(inbox().open(third).event()).isEqualTo(message("g", "b"));
        assertThat(inbox().open(third).attempts()).isZero();
    }

    @Test
    default void countsAnAttemptWhoseProcessDied() {
        post("g");
        inbox().open(claim(BRIEF));
        Claim second = await().until(() -> inbox().claim(1, BRIEF), claims -> !claims.isEmpty()).getFirst();
        assertThat(inbox().open(second).attempts()).isEqualTo(1);

        assertThat(inbox().open(awaitClaim()).attempts()).isEqualTo(2);
    }

    @Test
    default void countsAnAttemptOnceHoweverOftenItIsOpened() {
        post("g");
        Claim first = claim(LONG);
        inbox().open(first);
        assertThat(inbox().open(first).attempts()).isZero();

        inbox().giveBack(first, Duration.ZERO, true);

        assertThat(inbox().open(awaitClaim()).attempts()).isEqualTo(1);
    }

    @Test
    default void countsNoAttemptThatWasNone() {
        post("g");
        Claim first = claim(LONG);
        inbox().open(first);
        inbox().giveBack(first, Duration.ZERO, true);
        Claim second = awaitClaim();
        inbox().open(second);

        inbox().giveBack(second, Duration.ZERO, false);

        assertThat(inbox().open(awaitClaim()).attempts()).isEqualTo(1);
    }

    @Test
    default void letsNobodyGiveBackALostClaim() {
        post("g");
        Claim lost = claim(BRIEF);
        Claim kept = awaitClaim();

        inbox().giveBack(lost, Duration.ZERO, true);

        assertThat(claimed(10)).isEmpty();
        assertThat(inbox().open(kept).attempts()).isZero();
    }

    @Test
    default void sharesGroupsOutAmongClaimersOneAtATime() throws InterruptedException {
        List<Event> events = new ArrayList<>();
        IntStream.range(0, 800).forEach(i -> events.add(message("g" + i % 20, "key" + i)));
        inbox().accept(events, NOW);
        AtomicInteger left = new AtomicInteger(events.size());
        Set<String> inHand = ConcurrentHashMap.newKeySet();
        Map<String, List<Event>> handled = new ConcurrentHashMap<>();

        List<Boolean> alone = atOnce(6, () -> handleUntilDone(left, inHand, handled));

        assertThat(alone).containsOnly(true);
        for (int group = 0; group < 20; group++) {
            String name = "g" + group;
            assertThat(handled.get(name)).isEqualTo(events.stream().filter(e -> e.group().equals(name)).toList());
        }
    }

    /** One event a claim, so that groups change hands often. Returns whether nobody else ever had the same group. */
    private boolean handleUntilDone(AtomicInteger left, Set<String> inHand, Map<String, List<Event>> handled) {
        boolean alone = true;
        while (left.get() > 0) {
            for (Claim claim : inbox().claim(2, LONG)) {
                alone &= inHand.add(claim.group());
                handled.computeIfAbsent(claim.group(), g -> new ArrayList<>()).add(inbox().open(claim).event());
                left.decrementAndGet();
                inHand.remove(claim.group());
                if (InHand.commit(inbox(), claim, Effects.NONE, NOW) == Inbox.Committed.MORE) {
                    inbox().giveBack(claim, Duration.ZERO, false);
                }
            }
        }
        return alone;
    }
}
