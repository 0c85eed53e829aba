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
import java.util.stream.Stream;

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
 */
@Stored("tertulia.account")
record AccountState(List<Restriction> restrictions, @Nullable Kind ban, @Nullable Instant banTold,
        Map<String, String> troubled) {

    static final AccountState GOOD = new AccountState(List.of(), null, null, Map.of());

    /** The end of a restriction for which WhatsApp reports none. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);
    private static final int MOST_TROUBLED = 100;
    private static final String BY_BUSINESS = "BIZ_INITIATED_MESSAGING";
    private static final Set<String> BY_PEOPLE = Set.of("CUSTOMER_INITIATED_MESSAGING", "USER_INITIATED_MESSAGING");

    AccountState {
        restrictions = restrictions == null ? List.of() : List.copyOf(restrictions);
        troubled = troubled == null ? Map.of() : Map.copyOf(troubled);
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
            case RESTRICTED -> new AccountState(restricted(update), ban, banTold, troubled);
            case DISABLED, DELETED -> banned(update, update.kind());
            case REINSTATED -> new AccountState(List.of(), null, null, troubled).banned(update, null);
            case VIOLATION, DISABLING_SCHEDULED, PARTNER_REMOVED -> this;
        };
    }

    /** A restriction of the same type is replaced; none at all ends all of them. */
    private List<Restriction> restricted(AccountUpdated update) {
        if (update.restrictions().isEmpty()) {
            return List.of();
        }
        Set<String> told = new TreeSet<>(update.restrictions().stream().map(Restriction::type).toList());
        return Stream.concat(restrictions.stream()
                .filter(old -> old.holds(update.at()) && !told.contains(old.type())), update.restrictions().stream())
                .toList();
    }

    /** Deliveries may come in any order: an older one does not undo a newer one. */
    private AccountState banned(AccountUpdated update, @Nullable Kind kind) {
        boolean older = banTold != null && update.at().isBefore(banTold);
        return older ? this : new AccountState(restrictions, kind, update.at(), troubled);
    }

    private AccountState with(String subject, String word, boolean bad) {
        Map<String, String> changed = new TreeMap<>(troubled);
        changed.remove(subject);
        if (bad && changed.size() < MOST_TROUBLED) {
            changed.put(subject, word);
        }
        return new AccountState(restrictions, ban, banTold, changed);
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
