package dev.tertulia.turn;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Failure;
import dev.tertulia.bot.StateUpgrade;
import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Removed;
import dev.tertulia.number.NumberContext;
import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Labels;
import dev.tertulia.store.Mail;
import dev.tertulia.store.Stores;
import dev.tertulia.turn.SendFactory.Asker;

/** Begins turns: with the stored state, the facts from the event, and no effects yet. */
public final class TurnFactory {

    /** The prefix of the names of the framework's own timers. Timers of bots must not have it. */
    public static final String OWN_TIMER = "@";

    private final NumberContext number;
    private final Inbox inbox;
    private final Labels labels;
    private final GroupFactsSource groups;
    private final IdentityResolver identities;
    private final NumberChats chats;
    private final TurnSettings settings;
    private final Questions questions;
    private final StoredTypes storedTypes;
    private final StrayValues strays;

    /**
     * What the bots of the program declare.
     *
     * @param questions   the questions that they may ask
     * @param storedNames the names under which they keep values
     * @param upgrades    the authors' readers of what older versions of their records stored
     */
    public record Declarations(List<OpenQuestion.Declared> questions, Set<String> storedNames,
            Collection<StateUpgrade<?>> upgrades) {}

    /**
     * The turns of a phone number.
     *
     * @param wakeMail called after an event was put into a mailbox
     */
    public TurnFactory(NumberContext number, Stores stores, GroupFactsSource groups, TurnSettings settings,
            Declarations bots, Runnable wakeMail) {
        this.number = number;
        this.inbox = stores.inbox();
        this.labels = stores.labels();
        this.groups = groups;
        this.identities = new IdentityResolver(stores.people(), inbox, number.clock(), wakeMail);
        this.settings = settings;
        this.chats = new NumberChats(number, stores, groups, settings.chat().language());
        this.questions = new Questions(bots.questions());
        this.storedTypes = StoredTypes.of(bots.storedNames(), bots.upgrades());
        this.strays = new StrayValues(storedTypes.names());
    }

    /** Whether a schedule's moment was handled before. */
    public boolean handledBefore(Event event, Mail mail) {
        return ScheduleLog.repeats(event, states(mail));
    }

    /** The event with all known identities of its person, because the outbox and the ledger may know another one. */
    public Event named(Event accepted, Mail mail) {
        if (!(accepted instanceof Removed || accepted instanceof MessageStatus status && status.pricing() != null)) {
            return accepted;
        }
        GroupFactsSession group = new GroupFactsSession(groups, states(mail).of(GroupFacts.class, null),
                accepted.group(), number.now());
        return groups.named(accepted, group::current);
    }

    /** The turn of an event, after the directory of people has learned from it. */
    public SharedTurn begin(Event event, Mail mail) {
        identities.observe(event);
        return turn(event, mail, null);
    }

    /** A turn in which nothing was done yet. */
    public SharedTurn turn(Event event, Mail mail, @Nullable Failure failure) {
        Asker asker = new Asker("", event, null, number.now(), settings.replyHold(), number.json());
        TurnStates states = states(mail);
        strays.look(states, event.group());
        ScheduleLog.note(event, states, asker.now());
        ThroughputChanged.note(event, states);
        AccountState.note(event, states);
        TurnGroupFacts group = new TurnGroupFacts(groups, states, identities, event, asker.now());
        ChatTimers timers = new ChatTimers(number.json(), asker.now());
        Dialogues dialogues = new Dialogues(event.group(), states, questions, timers, settings.chat().language());
        BufferedEffects effects = new BufferedEffects(event.group(), new Stored(), timers, dialogues);
        return new SharedTurn(group.learn(event), asker, new SharedTurn.Chat(states, group, dialogues, effects), chats,
                settings.chat().staff(), failure);
    }

    /** The groups that bear a label. */
    public Set<String> labelled(String label) {
        return labels.groups(label);
    }

    /** The time at which a schedule was last handled; empty if it has not been since it has this timer. */
    public Optional<Instant> lastHandled(String schedule, String timer) {
        return ScheduleLog.stored(inbox, number).of(schedule).filter(firing -> firing.id().equals("timer:" + timer))
                .map(ScheduleLog.Firing::at);
    }

    private TurnStates states(Mail mail) {
        return new TurnStates(number.json(), mail.state(), storedTypes);
    }

    /** The stored effects of earlier turns. */
    private final class Stored implements BufferedEffects.StoredEffects {

        /** They are read one by one only where that matters. */
        @Override
        public int timers(String conversation, List<CancelTimers> cancelled) {
            int all = inbox.countTimers(conversation);
            return all < Inbox.MOST_TIMERS || cancelled.isEmpty()
                    ? all
                    : (int) inbox.timers(conversation).stream()
                            .filter(timer -> cancelled.stream().noneMatch(stopped -> stopped.stops(timer))).count();
        }

        @Override
        public Set<String> labels(String group) {
            return labels.of(group);
        }
    }
}
