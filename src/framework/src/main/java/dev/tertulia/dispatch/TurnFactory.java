package dev.tertulia.dispatch;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Failure;
import dev.tertulia.dispatch.SendFactory.Asker;
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

/** Begins turns: with what was stored, what the event tells, and nothing done yet. */
final class TurnFactory {

    private final NumberContext number;
    private final Inbox inbox;
    private final Labels labels;
    private final GroupFactsSource groups;
    private final Identities identities;
    private final NumberChats chats;
    private final DispatchSettings settings;
    private final Questions questions;
    private final StoredTypes storedTypes;
    private final StrayValues strays;

    TurnFactory(NumberContext number, Stores stores, GroupFactsSource groups, Bots bots, Runnable wakeMail) {
        this.number = number;
        this.inbox = stores.inbox();
        this.labels = stores.labels();
        this.groups = groups;
        this.identities = new Identities(stores.people(), inbox, number.clock(), wakeMail);
        this.settings = bots.settings();
        this.chats = new NumberChats(number, stores, groups, settings.chat().language());
        this.questions = bots.handlers().questions();
        this.storedTypes = bots.handlers().storedTypes();
        this.strays = new StrayValues(storedTypes.names());
    }

    /** Whether a schedule's moment was handled before. */
    boolean handledBefore(EventInHand event) {
        return ScheduleLog.repeats(event.accepted(), states(event.mail()));
    }

    /** What is told of a person, with all that the group knows of them: whoever counts or waits may know another name. */
    Event named(EventInHand event) {
        Event accepted = event.accepted();
        if (!(accepted instanceof Removed || accepted instanceof MessageStatus status && status.pricing() != null)) {
            return accepted;
        }
        GroupFactsSession group = new GroupFactsSession(groups, states(event.mail()).of(GroupFacts.class, null),
                accepted.group(), number.now());
        return groups.named(accepted, group::current);
    }

    /** The turn of an event, after the directory of people has learned from it. */
    SharedTurn begin(EventInHand inHand) {
        identities.observe(inHand.accepted());
        return turn(inHand, null);
    }

    /** A turn in which nothing was done yet. */
    SharedTurn turn(EventInHand inHand, @Nullable Failure failure) {
        Event event = inHand.accepted();
        Asker asker = new Asker("", event, number.now(), settings.replyHold(), number.json());
        TurnStates states = states(inHand.mail());
        strays.look(states, event.group());
        ScheduleLog.note(event, states, asker.now());
        ThroughputChanged.note(event, states);
        AccountState.note(event, states);
        LearningGroup group = new LearningGroup(groups, states, identities, event, asker.now());
        ChatTimers timers = new ChatTimers(number.json(), asker.now());
        Dialogues dialogues = new Dialogues(event.group(), states, questions, timers, settings.chat().language());
        BufferedEffects effects = new BufferedEffects(event.group(), new Stored(), timers, dialogues);
        return new SharedTurn(group.learn(event), asker, new SharedTurn.Chat(states, group, dialogues, effects), chats,
                settings.chat().staff(), failure);
    }

    /** The groups in each of which a schedule runs a turn. */
    Set<String> groupsOf(Schedule schedule) {
        return labels.groups(schedule.label());
    }

    private TurnStates states(Mail mail) {
        return new TurnStates(number.json(), mail.state(), storedTypes);
    }

    /** What earlier turns have left. */
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
