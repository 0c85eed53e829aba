package dev.tertulia.turn;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.tertulia.action.Action;
import dev.tertulia.action.Message;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Stored;
import dev.tertulia.message.AccountUpdated;
import dev.tertulia.message.AccountUpdated.Kind;
import dev.tertulia.message.AccountUpdated.Restriction;
import dev.tertulia.message.Event;
import dev.tertulia.message.NumberUpdated;
import dev.tertulia.message.TemplateUpdated;
import dev.tertulia.outbox.AccountRestrictions.Refusal;

/**
 * The latest state of an account that WhatsApp reported. It is kept in the account's conversation of each of its numbers, for every
 * replica to see.
 *
 * @param restrictions what is forbidden, until when
 * @param ban          {@code DISABLED} or {@code DELETED}; {@code null} if the account is neither
 * @param banTold      time of the latest report about a ban
 * @param troubled     templates and numbers that are not well, with WhatsApp's word for it
 * @param told         when each type of restriction was last reported, and under {@link #ALL} when all were lifted
 */
@Stored("tertulia.account")
record AccountState(List<Restriction> restrictions, @Nullable Kind ban, @Nullable Instant banTold,
        Map<String, String> troubled, Map<String, Instant> told) {

    static final AccountState GOOD = new AccountState(List.of(), null, null, Map.of(), Map.of());
    private static final String ALL = "";

    /** The end of a restriction for which WhatsApp reports none. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);
    private static final int MOST_TROUBLED = 100;
    private static final String BY_BUSINESS = "BIZ_INITIATED_MESSAGING";
    private static final Set<String> BY_PEOPLE = Set.of("CUSTOMER_INITIATED_MESSAGING", "USER_INITIATED_MESSAGING");

    AccountState {
        restrictions = restrictions == null ? List.of() : List.copyOf(restrictions);
        troubled = troubled == null ? Map.of() : Map.copyOf(troubled);
        told = told == null ? Map.of() : Map.copyOf(told);
    }

    /** Notes it with the turn's effects, if the event is about the account. */
    static void note(Event event, TurnStates states) {
        State<AccountState> kept = states.of(AccountState.class, null);
        switch (event) {
            case AccountUpdated update -> kept.set(read(kept).after(update));
            case TemplateUpdated update -> kept.set(read(kept).with("template " + update.name() + " ("
                    + update.language() + ")" + (update.aspect() == TemplateUpdated.Aspect.QUALITY ? " quality" : ""),
                    update.now(), update.alarming() && update.aspect() != TemplateUpdated.Aspect.CATEGORY));
            case NumberUpdated update -> kept.set(read(kept).with("number " + update.origin().displayNumber(),
                    update.change(), update.alarming()));
            default -> {
            }
        }
    }

    /** A value that another version wrote and this one cannot read is ignored. */
    private static AccountState read(State<AccountState> kept) {
        try {
            return kept.get();
        } catch (UncheckedIOException e) {
            return GOOD;
        }
    }

    private AccountState after(AccountUpdated update) {
        return switch (update.kind()) {
            case RESTRICTED -> update.restrictions().isEmpty() ? lifted(update) : restricted(update);
            case DISABLED, DELETED -> banned(update, update.kind());
            case REINSTATED -> lifted(update).banned(update, null);
            case VIOLATION, DISABLING_SCHEDULED, PARTNER_REMOVED -> this;
        };
    }

    /** Deliveries may come in any order: an older one does not undo a newer one. Some name no time. */
    private static boolean isOlder(AccountUpdated update, @Nullable Instant told) {
        return told != null && update.at().isBefore(told) && !update.at().equals(Instant.EPOCH);
    }

    /** Ends all restrictions but those that were reported later. */
    private AccountState lifted(AccountUpdated update) {
        Map<String, Instant> next = new TreeMap<>(told);
        next.merge(ALL, update.at(), (one, other) -> one.isAfter(other) ? one : other);
        return restricted(restrictions.stream().filter(old -> isOlder(update, told.get(old.type()))).toList(), next);
    }

    /** A restriction of the same type is replaced. */
    private AccountState restricted(AccountUpdated update) {
        Map<String, Instant> next = new TreeMap<>(told);
        List<Restriction> all = new ArrayList<>(restrictions);
        all.removeIf(old -> !old.holds(update.at()));
        for (Restriction restriction : isOlder(update, told.get(ALL))
                ? List.<Restriction>of()
                : update.restrictions()) {
            if (!isOlder(update, told.get(restriction.type()))) {
                all.removeIf(old -> old.type().equals(restriction.type()));
                all.add(restriction);
                next.put(restriction.type(), update.at());
            }
        }
        return restricted(all, next);
    }

    private AccountState restricted(List<Restriction> all, Map<String, Instant> times) {
        Set<String> types = new TreeSet<>(all.stream().map(Restriction::type).toList());
        types.add(ALL);
        times.keySet().retainAll(types);
        return new AccountState(all, ban, banTold, troubled, times);
    }

    private AccountState banned(AccountUpdated update, @Nullable Kind kind) {
        return isOlder(update, banTold) ? this : new AccountState(restrictions, kind, update.at(), troubled, told);
    }

    private AccountState with(String subject, String word, boolean bad) {
        Map<String, String> changed = new TreeMap<>(troubled);
        changed.remove(subject);
        if (bad && changed.size() < MOST_TROUBLED) {
            changed.put(subject, word);
        }
        return new AccountState(restrictions, ban, banTold, changed, told);
    }

    /** The restrictions at a moment, by name. */
    Set<String> forbidden(Instant now) {
        Set<String> names = new TreeSet<>();
        restrictions.stream().filter(restriction -> restriction.holds(now)).map(Restriction::type).forEach(names::add);
        if (ban != null) {
            names.add(ban.name());
        }
        return names;
    }

    /** The restrictions at a moment, in sentences. */
    List<String> measures(Instant now) {
        List<String> sentences = new ArrayList<>();
        if (ban != null) {
            sentences.add("the account is " + ban.name().toLowerCase(Locale.ROOT)
                    + " by WhatsApp: nothing is sent until it is reinstated");
        }
        restrictions.stream().filter(restriction -> restriction.holds(now)).map(AccountState::sentence)
                .forEach(sentences::add);
        return sentences;
    }

    private static String sentence(Restriction restriction) {
        String end = restriction.until() == null ? "until it ends" : "until " + restriction.until();
        return "WhatsApp restricts the account " + end + " (" + restriction.type() + ")";
    }

    /** Why this may not be asked of WhatsApp at a moment; empty if it may. */
    Optional<Refusal> bars(Action action, Instant now) {
        Instant later = now.plus(LOOK_AGAIN);
        if (ban != null) {
            return Optional.of(new Refusal(later, measures(now).getFirst()));
        }
        return restrictions.stream().filter(restriction -> restriction.holds(now) && forbids(restriction, action))
                .map(restriction -> new Refusal(restriction.until() == null ? later : restriction.until(),
                        sentence(restriction) + ": it waits until then"))
                .findFirst();
    }

    private static boolean forbids(Restriction restriction, Action action) {
        return switch (action) {
            case Message.TemplateMessage template -> restriction.type().contains(BY_BUSINESS);
            case Message.Invite template -> restriction.type().contains(BY_BUSINESS);
            case Message.FreeForm answer -> BY_PEOPLE.stream().anyMatch(restriction.type()::contains);
            default -> false;
        };
    }
}
