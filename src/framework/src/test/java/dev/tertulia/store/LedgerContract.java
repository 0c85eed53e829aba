package dev.tertulia.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.costs.Charge;
import dev.tertulia.costs.Delivery;
import dev.tertulia.costs.FreeTier;
import dev.tertulia.costs.Item;
import dev.tertulia.costs.Ledger;
import dev.tertulia.costs.Sum;

import static dev.tertulia.store.Samples.atOnce;
import static org.assertj.core.api.Assertions.assertThat;

/** What a ledger promises. */
public interface LedgerContract extends StoreContract {

    int DAYS = 90;
    LocalDate TODAY = LocalDate.of(2026, 3, 2);
    LocalDate YESTERDAY = TODAY.minusDays(1);
    Item CHARGED = new Item("g", "welcome", "group_utility", Charge.CHARGED);
    Item FREE = new Item("g", "", "group_service", Charge.FREE_IN_WINDOW);
    Sum CENT = new Sum(1, 10_000, 0);
    Sum FOR_NOTHING = new Sum(1, 0, 0);

    private Ledger ledger() {
        return stores().ledger();
    }

    private boolean book(Item item, Sum cost, String... keys) {
        return ledger().book(new Delivery(List.of(keys), TODAY, item, cost), TODAY, DAYS);
    }

    @Test
    default void isEmptyAtFirst() {
        assertThat(ledger().page(TODAY)).isEmpty();
        assertThat(ledger().charged(TODAY)).isEqualTo(Sum.NONE);
    }

    @Test
    default void addsUpWhatIsAlike() {
        assertThat(book(CHARGED, CENT, "a")).isTrue();
        assertThat(book(CHARGED, new Sum(1, 0, 1), "b")).isTrue();
        assertThat(book(FREE, FOR_NOTHING, "c")).isTrue();

        assertThat(ledger().page(TODAY)).isEqualTo(Map.of(CHARGED, new Sum(2, 10_000, 1), FREE, FOR_NOTHING));
    }

    @Test
    default void keepsApartWhatDiffersInAnything() {
        List<Item> items = List.of(CHARGED, new Item("h", "welcome", "group_utility", Charge.CHARGED),
                new Item("g", "other", "group_utility", Charge.CHARGED),
                new Item("g", "welcome", "group_marketing", Charge.CHARGED),
                new Item("g", "welcome", "group_utility", Charge.FREE_TIER));
        items.forEach(item -> book(item, CENT, item.toString()));

        assertThat(ledger().page(TODAY)).containsOnlyKeys(items).containsValue(CENT);
    }

    @Test
    default void addsUpWhatIsCharged() {
        book(CHARGED, CENT, "a");
        book(new Item("h", "other", "group_marketing", Charge.CHARGED), new Sum(1, 50_000, 0), "b");
        book(CHARGED, new Sum(1, 0, 1), "c");
        book(FREE, FOR_NOTHING, "d");

        assertThat(ledger().charged(TODAY)).isEqualTo(new Sum(3, 60_000, 1));
        assertThat(ledger().charged(YESTERDAY)).isEqualTo(Sum.NONE);
    }

    @Test
    default void countsFreeFormByMonth() {
        YearMonth month = YearMonth.from(TODAY);
        book(new Item("g", "", "group_service", Charge.FREE_TIER), FOR_NOTHING, "a");
        book(new Item("h", "", "service", Charge.FREE_TIER), FOR_NOTHING, "b");
        book(new Item("g", "", "group_service", Charge.CHARGED), CENT, "c");
        book(new Item("g", "", "group_service", Charge.CHARGED), CENT, "c");
        book(new Item("g", "", "group_service", Charge.EXEMPT), FOR_NOTHING, "d");
        book(FREE, FOR_NOTHING, "e");
        book(CHARGED, CENT, "f");
        ledger().book(new Delivery(List.of("g"), TODAY.minusMonths(1), new Item("g", "", "service", Charge.FREE_TIER),
                FOR_NOTHING), TODAY, DAYS);

        assertThat(ledger().freeTier(month)).isEqualTo(new FreeTier(2, 1));
        assertThat(ledger().freeTier(month.minusMonths(1))).isEqualTo(new FreeTier(1, 0));
        assertThat(ledger().freeTier(month.plusMonths(1))).isEqualTo(new FreeTier(0, 0));
    }

    @Test
    default void booksOnceUnderAnyKey() {
        assertThat(book(CHARGED, CENT, "user id", "phone")).isTrue();

        assertThat(book(CHARGED, CENT, "user id", "phone")).isFalse();
        assertThat(book(CHARGED, CENT, "phone")).isFalse();
        assertThat(book(FREE, FOR_NOTHING, "another", "user id")).isFalse();
        assertThat(ledger().page(TODAY)).isEqualTo(Map.of(CHARGED, CENT));
    }

    @Test
    default void booksOnceWhateverTheDay() {
        Delivery old = new Delivery(List.of("a"), YESTERDAY, CHARGED, CENT);
        assertThat(book(CHARGED, CENT, "a")).isTrue();

        assertThat(ledger().book(old, TODAY, DAYS)).isFalse();
        assertThat(ledger().book(old, TODAY.plusDays(DAYS - 1), DAYS)).isFalse();
        assertThat(ledger().page(YESTERDAY)).isEmpty();
    }

    @Test
    default void booksOnTheDayOfTheDelivery() {
        ledger().book(new Delivery(List.of("a"), YESTERDAY, CHARGED, CENT), TODAY, DAYS);

        assertThat(ledger().page(TODAY)).isEmpty();
        assertThat(ledger().page(YESTERDAY)).isEqualTo(Map.of(CHARGED, CENT));
        assertThat(ledger().charged(YESTERDAY)).isEqualTo(CENT);
    }

    @Test
    default void booksOnceHoweverManyTry() throws InterruptedException {
        assertThat(atOnce(20, () -> book(CHARGED, CENT, "a"))).containsOnlyOnce(true);

        assertThat(ledger().charged(TODAY)).isEqualTo(CENT);
    }
}
