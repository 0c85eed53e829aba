package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.action.Message;
import dev.tertulia.bot.Template;
import dev.tertulia.costs.CostSettings;
import dev.tertulia.costs.Costs.Per;
import dev.tertulia.costs.DailyLimit;
import dev.tertulia.costs.RateCard;
import dev.tertulia.costs.Sum;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Events;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.message.Pricing;

import static dev.tertulia.outbox.OutboxBench.HOLD;
import static dev.tertulia.outbox.OutboxBench.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

/** Templates beyond the daily limit wait: for an open window or another day. */
class BudgetTest {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Instant OCTOBER = Instant.parse("2026-10-10T09:00:00Z");
    private static final String USED_UP = "the daily limit of 2 charged deliveries is used up: templates wait until tomorrow"
            + " (UTC) or for an open window";

    private final OutboxBench bench = bench(new DailyLimit.Deliveries(2), RateCard.NONE);

    private static OutboxBench bench(DailyLimit limit, RateCard rates) {
        CostSettings usual = CostSettings.USUAL;
        return new OutboxBench(new CostSettings(rates, limit, usual.freeTierFrom(), usual.days()));
    }

    /** A template reaches somebody. */
    private void delivered(OutboxBench where, String send, String category) {
        delivered(where, send, category, "regular", where.clock.instant());
    }

    private void delivered(OutboxBench where, String send, String category, String type, Instant at) {
        MessageStatus status = Events.in("G").at(at).status(State.DELIVERED, "wamid of " + send, send);
        where.happens(new MessageStatus(status.origin(), status.messageId(), status.state(), Events.ANA, send,
                new Pricing(category, type), List.of()));
    }

    private void useUp() {
        delivered(bench, "earlier", "group_utility");
        delivered(bench, "earliest", "group_utility");
    }

    @Test
    void aTemplateBeyondItIsHeldWithAnEntryInTheJournal() {
        useUp();
        bench.add("G", "one", TEMPLATE);

        bench.settle();

        assertThat(bench.said()).isEmpty();
        assertThat(bench.journal(Step.OVER_BUDGET)).containsExactly(USED_UP);
        assertThat(bench.journal(Step.HELD)).containsExactly(USED_UP);
    }

    @Test
    void itLeavesFreeFormWhenSomebodyWrites() {
        useUp();
        bench.add("G", "one", TEMPLATE);
        bench.settle();

        bench.opens("G");

        assertThat(bench.said()).containsExactly("one");
    }

    @Test
    void itLeavesTheNextDay() {
        useUp();
        bench.add("G", "one", TEMPLATE);
        bench.settle();
        Duration untilMidnight = Duration.between(bench.clock.instant(), Instant.parse("2026-03-03T00:00:00Z"));

        bench.advance(untilMidnight.minusMillis(1));
        assertThat(bench.said()).isEmpty();
        bench.advance(Duration.ofMillis(1));

        assertThat(bench.said()).containsExactly("template hello");
    }

    @Test
    void whatIsFreeFormIsNotConcerned() {
        useUp();
        bench.opens("G");
        bench.add("G", "one", TEMPLATE);
        bench.add("G", "two", HOLD);

        bench.settle();

        assertThat(bench.said()).containsExactly("one", "two");
    }

    /** From here on the first 1,000 free-form deliveries of a month are free, and all others are charged. */
    private void october() {
        bench.advance(Duration.between(bench.clock.instant(), OCTOBER));
        bench.opens("G");
    }

    private void useUpTheFreeTier() {
        delivered(bench, "beyond", "group_service");
        delivered(bench, "further beyond", "group_service");
    }

    @Test
    void freeFormBeyondTheFreeTierWaitsToo() {
        october();
        useUpTheFreeTier();
        bench.add("G", "one", HOLD);
        bench.add("G", "two", HOLD);

        bench.settle();
        assertThat(bench.said()).isEmpty();
        assertThat(bench.journal(Step.HELD)).containsOnly(
                "the daily limit of 2 charged deliveries is used up: what is charged waits until tomorrow (UTC)");

        bench.opens("G");
        assertThat(bench.said()).isEmpty();
        bench.advance(Duration.ofHours(15));
        assertThat(bench.said()).containsExactly("one");
        bench.advance(A_MINUTE);
        assertThat(bench.said()).containsExactly("one", "two");
    }

    @Test
    void freeFormWithinTheFreeTierLeavesWhateverTheLimit() {
        october();
        delivered(bench, "earlier", "group_utility");
        delivered(bench, "earliest", "group_utility");
        bench.add("G", "one", TEMPLATE);

        bench.settle();

        assertThat(bench.said()).containsExactly("one");
    }

    @Test
    void whatIsOnItsWayMayUseUpTheFreeTier() {
        october();
        useUp();
        for (int i = 0; i < 990; i++) {
            delivered(bench, "free " + i, "group_service", "free_group_customer_service", OCTOBER);
        }
        bench.add("G", "one", HOLD);
        bench.add("G", "two", HOLD);

        bench.settle();

        assertThat(bench.said()).containsExactly("one");
    }

    @Test
    void anInvitationWaitsToo() {
        useUp();
        Template invitation = Template.of("invite", Template.INVITE_LINK);
        bench.add("G", new Message.Invite("16505551234", invitation), Priority.REPLY, null, null);

        bench.settle();

        assertThat(bench.said()).isEmpty();
        assertThat(bench.journal(Step.OVER_BUDGET)).containsExactly(USED_UP);
    }

    @Test
    void aTemplateWithoutAnotherFormWaitsWhileTheWindowIsOpen() {
        useUp();
        bench.opens("G");
        bench.add("G", new Message.TemplateMessage(Template.of("hello")), Priority.REPLY, null, null);

        bench.settle();

        assertThat(bench.said()).isEmpty();
        assertThat(bench.journal(Step.HELD)).containsExactly(USED_UP);
    }

    @Test
    void whatIsNoMessageIsNotConcerned() {
        useUp();
        bench.add("G", new Message.MarkRead("wamid.1"), Priority.REPLY, null, null);

        bench.settle();

        assertThat(bench.said()).hasSize(1);
    }

    @Test
    void aTemplateAfterALateRefusalWaitsToo() {
        useUp();
        bench.opens("G");
        bench.graph.thenRefuses(400, 131047);
        bench.add("G", "one", TEMPLATE);

        bench.settle();

        assertThat(bench.said()).containsExactly("one");
        assertThat(bench.journal(Step.OVER_BUDGET)).containsExactly(USED_UP);
    }

    @Test
    void aBurstWaitsUntilItIsKnownWhatItCosts() {
        bench.add("G", "one", TEMPLATE);
        bench.add("H", "two", TEMPLATE);

        bench.settle();
        assertThat(bench.said()).hasSize(1);
        assertThat(bench.journal(Step.HELD)).containsExactly(
                "messages that are being sent may use up the daily limit of 2 charged deliveries");
        assertThat(bench.journal(Step.OVER_BUDGET)).isEmpty();

        bench.advance(A_MINUTE);
        assertThat(bench.said()).hasSize(2);
    }

    @Test
    void moneyIsLimitedByTheRateCard() {
        RateCard card = new RateCard("EUR", Map.of("group_utility", Map.of("1", 600_000L)));
        OutboxBench rich = bench(new DailyLimit.Money(1_000_000, "EUR"), card);
        delivered(rich, "earlier", "group_utility");
        rich.add("G", "one", TEMPLATE);
        rich.settle();
        assertThat(rich.said()).hasSize(1);

        delivered(rich, "another", "group_utility");
        rich.add("G", "two", TEMPLATE);
        rich.settle();

        assertThat(rich.said()).hasSize(1);
        assertThat(rich.journal(Step.OVER_BUDGET))
                .containsExactly("the daily limit of 1 EUR is used up: templates wait until tomorrow"
                        + " (UTC) or for an open window");
    }

    @Test
    void aDeliveryIsBookedUnderItsTemplate() {
        String id = bench.add("G", "one", TEMPLATE);
        bench.settle();

        delivered(bench, id, "group_utility");

        assertThat(bench.costs.totals(Per.TEMPLATE)).containsOnlyKeys("hello");
        assertThat(bench.costs.totals(Per.GROUP)).containsEntry("G", new Sum(1, 0, 1));
    }

    @Test
    void whatLeftFreeFormIsBookedUnderNoTemplate() {
        bench.opens("G");
        String id = bench.add("G", "one", TEMPLATE);
        bench.settle();

        delivered(bench, id, "group_service");

        assertThat(bench.costs.totals(Per.TEMPLATE)).containsOnlyKeys("");
    }
}
