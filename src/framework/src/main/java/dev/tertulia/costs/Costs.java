package dev.tertulia.costs;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.MessageStatus.State;
import dev.tertulia.message.Origin;
import dev.tertulia.message.Pricing;

/** The costs of one phone number: books its deliveries, adds them up, and keeps charges within the daily limit. */
public final class Costs {

    private static final Sum FREE = new Sum(1, 0, 0);
    private static final Set<State> DELIVERED = Set.of(State.DELIVERED, State.READ, State.PLAYED);
    private static final String IN_GROUPS = "group_";
    private static final String UTILITY = "group_utility";

    private final Ledger ledger;
    private final CostSettings settings;
    private final InstantSource clock;
    private final Budget budget;

    public Costs(Ledger ledger, CostSettings settings, InstantSource clock) {
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
        this.budget = new Budget(ledger, settings);
    }

    /** The dimension of totals. */
    public enum Per {
        GROUP,
        DAY,
        TEMPLATE
    }

    /** Whether a status reports a delivery and its price. */
    public static boolean told(MessageStatus status) {
        return status.pricing() != null && reached(status) != null && DELIVERED.contains(status.state());
    }

    /** The participant of a group, or the person of a private chat. */
    private static @Nullable Member reached(MessageStatus status) {
        String person = Origin.personIn(status.group());
        if (status.participant() != null || person.isEmpty()) {
            return status.participant();
        }
        return person.chars().allMatch(Character::isDigit)
                ? Member.ofPhone(person)
                : new Member(person, null, null, null);
    }

    /** Books deliveries, each once, however many statuses report it. */
    public void book(Booking booking) {
        ledger.book(booking);
    }

    /** The deliveries, to be booked today. */
    public Booking booking(List<Delivery> deliveries) {
        return new Booking(deliveries, day(clock.instant()), settings.days());
    }

    /**
     * The delivery that a status reports, with its price; empty if it reports none, or one of a day that is not kept.
     *
     * @param template name of the template that was sent; empty for a free-form message
     */
    public Optional<Delivery> delivery(MessageStatus status, String template) {
        Pricing pricing = status.pricing();
        Member participant = reached(status);
        if (pricing == null || participant == null || !told(status)) {
            return Optional.empty();
        }
        LocalDate today = day(clock.instant());
        LocalDate told = day(status.at());
        LocalDate day = told.isAfter(today) ? today : told;
        if (day.isBefore(oldest(today))) {
            return Optional.empty();
        }
        Charge charge = Charge.of(pricing, day, settings.freeTierFrom());
        Item item = new Item(status.group(), template, pricing.category(), charge);
        return Optional.of(new Delivery(keys(status.messageId(), participant), day, item,
                cost(charge, pricing.category(), participant.phone())));
    }

    private static List<String> keys(String messageId, Member participant) {
        return Stream.concat(Stream.of(participant.id()), participant.identities()).distinct()
                .map(id -> messageId + "\n" + id).toList();
    }

    private Sum cost(Charge charge, String category, @Nullable String phone) {
        return charge == Charge.CHARGED ? single(rate(category, phone)) : FREE;
    }

    /**
     * Free-form messages cost as much as utility templates, and private messages as much as group messages, unless the
     * rate card says otherwise.
     */
    private OptionalLong rate(String category, @Nullable String phone) {
        String named = category.startsWith(IN_GROUPS) ? category : IN_GROUPS + category;
        OptionalLong rate = settings.rates().rate(named, phone);
        return rate.isEmpty() && named.equals(Pricing.SERVICE) ? settings.rates().rate(UTILITY, phone) : rate;
    }

    private static Sum single(OptionalLong rate) {
        return new Sum(1, rate.orElse(0), rate.isPresent() ? 0 : 1);
    }

    /** The maximum price of one delivery today, by the rate card. */
    public Sum atMost(boolean template, @Nullable String phone) {
        boolean free = !template && day(clock.instant()).isBefore(settings.freeTierFrom());
        if (free) {
            return FREE;
        }
        return single(template ? settings.rates().highestTemplate(phone) : highestFreeForm(phone));
    }

    private OptionalLong highestFreeForm(@Nullable String phone) {
        if (phone != null) {
            return rate(Pricing.SERVICE, phone);
        }
        OptionalLong highest = settings.rates().highest(Pricing.SERVICE);
        return highest.isPresent() ? highest : settings.rates().highest(UTILITY);
    }

    /** The rate card's currency; empty if there is none. */
    public String currency() {
        return settings.rates().currency();
    }

    /** Allows a template, which counts against the limit from then on, or returns why it must wait. */
    public Optional<Wait> spend() {
        return budget.spend(clock.instant());
    }

    /**
     * Allows a free-form message, which is charged once the free tier of the month is used up, or returns why it must
     * wait.
     */
    public Optional<Wait> spendFreeForm() {
        return budget.spendFreeForm(clock.instant());
    }

    /** The use of the free tier in this month; empty before free tiers exist. */
    public Optional<FreeTier> freeTier() {
        LocalDate today = day(clock.instant());
        return today.isBefore(settings.freeTierFrom())
                ? Optional.empty()
                : Optional.of(ledger.freeTier(YearMonth.from(today)));
    }

    /** The month of the free tier, in UTC. */
    public YearMonth month() {
        return YearMonth.from(day(clock.instant()));
    }

    /** The totals of the stored days, by name of the group, day or template. */
    public Map<String, Sum> totals(Per per) {
        return totals(per, settings.days());
    }

    /**
     * The totals of the last days including today, by name of the group, day or template.
     *
     * @param days at most as many as are kept; days are by UTC
     */
    public Map<String, Sum> totals(Per per, int days) {
        LocalDate today = day(clock.instant());
        Map<String, Sum> totals = new TreeMap<>();
        today.minusDays(days - 1L).datesUntil(today.plusDays(1)).forEach(day -> ledger.page(day)
                .forEach((item, sum) -> totals.merge(name(per, day, item), sum, Sum::plus)));
        return totals;
    }

    private static String name(Per per, LocalDate day, Item item) {
        return switch (per) {
            case GROUP -> item.group();
            case DAY -> day.toString();
            case TEMPLATE -> item.template();
        };
    }

    private LocalDate oldest(LocalDate today) {
        return today.minusDays(settings.days() - 1L);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
