package dev.tertulia.operator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

import dev.tertulia.Line.Environment;
import dev.tertulia.ManualClock;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Reply;
import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.broadcast.Cost;
import dev.tertulia.broadcast.Estimate;
import dev.tertulia.costs.CostSettings;
import dev.tertulia.costs.Costs;
import dev.tertulia.costs.DailyLimit;
import dev.tertulia.costs.RateCard;
import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.message.Events;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.GroupFacts.Person;
import dev.tertulia.message.Member;
import dev.tertulia.number.NumberContext;
import dev.tertulia.store.Claim;
import dev.tertulia.store.Effects;
import dev.tertulia.store.InHand;
import dev.tertulia.store.StoredName;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.window.WindowRule;

import static org.assertj.core.api.Assertions.assertThat;

/** A broadcast's cost is estimated beforehand, never too low. */
class CostEstimatorTest {

    private static final Notice NEWS = Reply.text("news").orTemplate("news");
    private static final RateCard CARD = new RateCard("EUR", Map.of("group_marketing", Map.of("1", 25L, "49", 100L),
            "group_utility", Map.of("1", 40L), "group_service", Map.of("*", 3L)));
    private static final Member GERMAN = Member.ofPhone("4915112345678");
    private static final Member FRENCH = Member.ofPhone("33612345678");

    private final MemoryStore store = new MemoryStore();
    private final ManualClock clock = new ManualClock();

    private static Cost cost(long deliveries, long micros, long unpriced) {
        return new Cost(deliveries, BigDecimal.valueOf(micros, 6), unpriced);
    }

    private Estimate estimate(RateCard card, LocalDate freeTierFrom, Notice notice, String... groups) {
        NumberContext number = Environment.of("test", clock, new RecordingJournal()).number(Events.NUMBER);
        Costs costs = new Costs(store.ledger(), new CostSettings(card, new DailyLimit.None(), freeTierFrom, 90), clock);
        KnownGroups known = new KnownGroups(store.broadcasts(), store.windows(), number.json());
        return new NumberBroadcasts(number, store.broadcasts(), store.labels(), known,
                new WindowRule(Duration.ofMinutes(2)), costs)
                .estimate(Broadcast.toGroups("spring", notice, List.of(groups)));
    }

    private Estimate estimate(Notice notice, String... groups) {
        return estimate(CARD, CostSettings.USUAL.freeTierFrom(), notice, groups);
    }

    /** Somebody writes in a group of these members. */
    private void opens(String group, Member... members) throws JsonProcessingException {
        store.inbox().accept(List.of(Events.in(group).says("hello")), clock.instant());
        learn(group, members);
    }

    private void learn(String group, Member... members) throws JsonProcessingException {
        store.inbox().accept(List.of(Events.in(group).joins()), clock.instant());
        Claim claim = store.inbox().claim(1, Duration.ofMinutes(1)).getFirst();
        List<Person> people = List.of(members).stream().map(member -> new Person(member, clock.instant())).toList();
        String facts = Environment.of("test", clock, new RecordingJournal()).json()
                .writeValueAsString(GroupFacts.NONE.withPeople(people, List.of()));
        InHand.commit(store.inbox(), claim,
                new Effects(Map.of(StoredName.of(GroupFacts.class), Optional.of(facts)), List.of(),
                        List.of(), List.of(), List.of(), null),
                clock.instant());
    }

    @Test
    void tellsHowManyGetWhat() throws JsonProcessingException {
        opens("G", Events.ANA, GERMAN);
        learn("H", Events.ANA);

        assertThat(estimate(NEWS, "G", "H"))
                .isEqualTo(new Estimate(2, 1, 1, 0, 0, 0, cost(3, 40, 0), "EUR"));
        assertThat(estimate(Reply.text("later").orHold(Duration.ofHours(1)), "G", "H"))
                .isEqualTo(new Estimate(2, 1, 0, 1, 0, 0, cost(2, 0, 0), "EUR"));
        assertThat(estimate(Reply.text("or not").orDrop(), "G", "H"))
                .isEqualTo(new Estimate(2, 1, 0, 0, 1, 0, cost(2, 0, 0), "EUR"));
    }

    @Test
    void startsNothing() {
        estimate(NEWS, "G");

        assertThat(store.broadcasts().latest(10)).isEmpty();
    }

    @Test
    void countsAGroupOfWhichNothingIsKnownAsFullAtTheHighestRate() {
        assertThat(estimate(NEWS, "G")).isEqualTo(new Estimate(1, 0, 1, 0, 0, 1, cost(8, 800, 0), "EUR"));
    }

    @Test
    void takesTheHighestRateOfTheCategoriesForEachMember() throws JsonProcessingException {
        learn("G", Events.ANA, GERMAN, FRENCH);

        assertThat(estimate(NEWS, "G").atMost()).isEqualTo(cost(3, 143, 0));
    }

    @Test
    void countsWhatNoRateTells() throws JsonProcessingException {
        learn("G", Events.ANA);

        assertThat(estimate(RateCard.NONE, CostSettings.USUAL.freeTierFrom(), NEWS, "G"))
                .isEqualTo(new Estimate(1, 0, 1, 0, 0, 0, cost(1, 0, 1), ""));
    }

    @Test
    void chargesFreeFormOnceOpenWindowsAreNotFree() throws JsonProcessingException {
        opens("G", Events.ANA, GERMAN);

        assertThat(estimate(CARD, LocalDate.of(2026, 3, 2), NEWS, "G").atMost()).isEqualTo(cost(2, 6, 0));
    }

    @Test
    void takesTheHighestRateWhereNobodyKnowsWhoIsInAnOpenGroup() throws JsonProcessingException {
        RateCard utilityAlone = new RateCard("EUR", Map.of("group_utility", Map.of("1", 40L, "49", 60L)));
        store.inbox().accept(List.of(Events.in("G").says("hello")), clock.instant());

        assertThat(estimate(utilityAlone, LocalDate.of(2026, 3, 2), NEWS, "G"))
                .isEqualTo(new Estimate(1, 1, 0, 0, 0, 0, cost(8, 480, 0), "EUR"));
    }

    @Test
    void freeFormCostsWhatUtilityDoesUnlessTheCardTells() throws JsonProcessingException {
        RateCard utilityAlone = new RateCard("EUR", Map.of("group_utility", Map.of("1", 40L, "49", 60L)));
        opens("G", Events.ANA, GERMAN);

        assertThat(estimate(utilityAlone, LocalDate.of(2026, 3, 2), NEWS, "G").atMost()).isEqualTo(cost(2, 100, 0));
    }
}
