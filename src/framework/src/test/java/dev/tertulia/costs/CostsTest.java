package dev.tertulia.costs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tertulia.ManualClock;
import dev.tertulia.costs.Costs.Per;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.message.Origin;
import dev.tertulia.message.Pricing;
import dev.tertulia.store.memory.MemoryStore;

import static dev.tertulia.message.Events.ANA;
import static dev.tertulia.message.Events.BEN;
import static dev.tertulia.message.Events.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class CostsTest {

    private static final Pricing CHARGED = new Pricing("group_utility", "regular");
    private static final Pricing FREE = new Pricing("group_service", "free_group_customer_service");
    private static final RateCard CARD = RateCardFile.parse("card", List.of("1,group_utility,0.004,EUR"));
    private static final Instant OCTOBER = Instant.parse("2026-10-10T09:00:00Z");
    private static final Sum ONE = new Sum(1, 4_000, 0);

    private final ManualClock clock = new ManualClock();
    private final Costs costs = new Costs(new MemoryStore().ledger(),
            new CostSettings(CARD, new DailyLimit.None(), LocalDate.of(2026, 10, 1), 30), clock);

    private static MessageStatus status(State state, String id, @Nullable Member member, @Nullable Pricing pricing) {
        return status(NOW, "G", state, id, member, pricing);
    }

    private static MessageStatus status(Instant at, String group, State state, String id, @Nullable Member member,
            @Nullable Pricing pricing) {
        return new MessageStatus(new Origin("1", "", group, at, "key"), id, state, member, null, pricing, List.of());
    }

    private static void book(Costs costs, MessageStatus status, String template) {
        costs.delivery(status, template).ifPresent(delivery -> costs.book(costs.booking(List.of(delivery))));
    }

    @Test
    void booksEachParticipantOnce() {
        book(costs, status(State.DELIVERED, "1", ANA, CHARGED), "welcome");
        book(costs, status(State.DELIVERED, "1", BEN, CHARGED), "welcome");
        book(costs, status(State.DELIVERED, "1", ANA, CHARGED), "welcome");
        book(costs, status(State.READ, "1", ANA, CHARGED), "welcome");
        book(costs, status(State.DELIVERED, "2", ANA, FREE), "");

        assertThat(costs.totals(Per.TEMPLATE)).isEqualTo(Map.of("welcome", new Sum(2, 8_000, 0), "", new Sum(1, 0, 0)));
    }

    @Test
    void booksAPersonOnceWhoseNumberIsHiddenInOneStatus() {
        book(costs, status(State.DELIVERED, "1", ANA, CHARGED), "welcome");
        book(costs, status(State.READ, "1", new Member(ANA.userId(), null, null, null), CHARGED), "welcome");
        book(costs, status(State.PLAYED, "1", Member.ofPhone(String.valueOf(ANA.phone())), CHARGED), "welcome");

        assertThat(costs.totals(Per.GROUP)).isEqualTo(Map.of("G", ONE));
    }

    @ParameterizedTest
    @EnumSource(names = {"SENT", "FAILED"})
    void booksOnlyWhatArrived(State state) {
        book(costs, status(state, "1", ANA, CHARGED), "welcome");
        book(costs, status(State.DELIVERED, "2", null, CHARGED), "welcome");
        book(costs, status(State.DELIVERED, "3", ANA, null), "welcome");

        assertThat(costs.totals(Per.GROUP)).isEmpty();
    }

    @Test
    void countsWhatHasNoPrice() {
        book(costs, status(State.DELIVERED, "1", Member.ofPhone("33123456789"), CHARGED), "welcome");

        assertThat(costs.totals(Per.GROUP)).isEqualTo(Map.of("G", new Sum(1, 0, 1)));
    }

    @Test
    void addsUpPerGroupDayAndTemplate() {
        book(costs, status(NOW.minus(Duration.ofDays(1)), "H", State.DELIVERED, "1", ANA, CHARGED), "welcome");
        book(costs, status(State.DELIVERED, "2", ANA, CHARGED), "welcome");
        book(costs, status(State.DELIVERED, "3", ANA, CHARGED), "other");

        assertThat(costs.totals(Per.GROUP)).isEqualTo(Map.of("G", ONE.plus(ONE), "H", ONE));
        assertThat(costs.totals(Per.DAY)).isEqualTo(Map.of("2026-03-01", ONE, "2026-03-02", ONE.plus(ONE)));
        assertThat(costs.totals(Per.TEMPLATE)).isEqualTo(Map.of("other", ONE, "welcome", ONE.plus(ONE)));
    }

    @Test
    void keepsSoManyDays() {
        book(costs, status(NOW.minus(Duration.ofDays(30)), "too old", State.DELIVERED, "1", ANA, CHARGED), "");
        book(costs, status(NOW.minus(Duration.ofDays(29)), "G", State.DELIVERED, "2", ANA, CHARGED), "");
        assertThat(costs.totals(Per.GROUP)).isEqualTo(Map.of("G", ONE));

        clock.advance(Duration.ofDays(1));

        assertThat(costs.totals(Per.GROUP)).isEmpty();
    }

    @Test
    void aTimeFromTheFutureIsToday() {
        book(costs, status(NOW.plus(Duration.ofDays(9)), "G", State.DELIVERED, "1", ANA, CHARGED), "");

        assertThat(costs.totals(Per.DAY)).isEqualTo(Map.of("2026-03-02", ONE));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"2026-09-30, regular, -, CHARGED",
            "2026-09-30, free_group_customer_service, -, FREE_IN_WINDOW", "2026-09-30, -, -, CHARGED",
            "2026-09-30, free_customer_service, -, FREE_IN_WINDOW", "2026-10-01, regular, -, CHARGED",
            "2026-10-01, free_group_customer_service, -, FREE_TIER", "2026-10-01, free_customer_service, -, FREE_TIER",
            "2026-10-12, regular, paid_exempt, EXEMPT", "2026-10-12, free_customer_service, paid_exempt, EXEMPT",
            "2026-10-12, free_entry_point, -, EXEMPT", "2026-10-12, new_tomorrow, -, CHARGED"})
    void whatFreeMeansDependsOnTheDay(LocalDate day, @Nullable String type, @Nullable String subtype, Charge charge) {
        Pricing pricing = new Pricing("group_service", type, subtype);

        assertThat(Charge.of(pricing, day, LocalDate.of(2026, 10, 1))).isEqualTo(charge);
    }

    private void service(String id, String group, @Nullable Member member, String category, String type) {
        book(costs, status(OCTOBER, group, State.DELIVERED, id, member, new Pricing(category, type)), "");
    }

    @Test
    void thereIsNoFreeTierBeforeOctober2026() {
        book(costs, status(State.DELIVERED, "1", ANA, FREE), "");

        assertThat(costs.freeTier()).isEmpty();
    }

    @Test
    void groupsAndPersonsShareTheFreeTier() {
        clock.advance(Duration.between(NOW, OCTOBER));
        service("1", "G", ANA, "group_service", "free_group_customer_service");
        service("1", "G", BEN, "group_service", "free_group_customer_service");
        service("1", "G", BEN, "group_service", "free_group_customer_service");
        service("2", Origin.person("16505551234"), null, "service", "free_customer_service");
        book(costs, status(OCTOBER, "G", State.DELIVERED, "3", ANA,
                new Pricing("group_service", "regular", "paid_exempt")), "");
        book(costs, status(OCTOBER, "G", State.DELIVERED, "4", ANA, CHARGED), "welcome");
        book(costs, status(NOW.minus(Duration.ofDays(200)), "G", State.DELIVERED, "5", ANA, FREE), "");

        assertThat(costs.freeTier()).contains(new FreeTier(3, 0));
        assertThat(costs.month()).isEqualTo(YearMonth.of(2026, 10));
    }

    @Test
    void theFirstThatIsChargedEndsTheFreeTierOfItsMonth() {
        clock.advance(Duration.between(NOW, OCTOBER));
        service("1", "G", ANA, "group_service", "free_group_customer_service");
        service("2", "G", ANA, "group_service", "regular");

        assertThat(costs.freeTier()).contains(new FreeTier(1, 1));
        assertThat(costs.freeTier().orElseThrow().left()).isZero();

        clock.advance(Duration.ofDays(31));
        assertThat(costs.freeTier()).contains(new FreeTier(0, 0));
        assertThat(costs.freeTier().orElseThrow().left()).isEqualTo(1_000);
    }

    @Test
    void whatGoesToOnePersonIsBookedOnce() {
        Pricing utility = new Pricing("utility", "regular");
        book(costs, status(NOW, Origin.person("16505551234"), State.DELIVERED, "1", null, utility), "invite");
        book(costs, status(NOW, Origin.person("16505551234"), State.READ, "1", null, utility), "invite");
        book(costs, status(NOW, Origin.person("US.1"), State.READ, "2", null, utility), "invite");

        assertThat(costs.totals(Per.TEMPLATE)).isEqualTo(Map.of("invite", new Sum(2, 4_000, 1)));
    }

    @Test
    void freeFormCostsWhatUtilityDoesUnlessTheCardTells() {
        clock.advance(Duration.between(NOW, OCTOBER));
        service("1", "G", ANA, "group_service", "regular");
        assertThat(costs.totals(Per.GROUP)).isEqualTo(Map.of("G", ONE));
    }

    @Test
    void whoeverNeverPaysIsBookedAsFree() {
        book(costs, status(NOW, "G", State.DELIVERED, "1", ANA, new Pricing("group_utility", "regular", "paid_exempt")),
                "welcome");

        assertThat(costs.totals(Per.GROUP)).isEqualTo(Map.of("G", new Sum(1, 0, 0)));
    }

    @Test
    void moneyIsWrittenWithItsDecimals() {
        assertThat(new Sum(0, 1_234_567, 0).money()).isEqualByComparingTo("1.234567");
        assertThat(new DailyLimit.Money(20_500_000, "EUR")).hasToString("20.5 EUR");
        assertThat(new DailyLimit.Money(20_000_000, "EUR")).hasToString("20 EUR");
    }
}
