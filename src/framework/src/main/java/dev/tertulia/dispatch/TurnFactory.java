package dev.tertulia.dispatch;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Failure;
import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Removed;
import dev.tertulia.number.NumberContext;
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
    private final Duration replyHold;

    TurnFactory(NumberContext number, Stores stores, GroupFactsSource groups, DispatchSettings settings,
            Runnable wakeMail) {
        this.number = number;
        this.inbox = stores.inbox();
        this.labels = stores.labels();
        this.groups = groups;
        this.identities = new Identities(stores.people(), inbox, number.clock(), wakeMail);
        this.replyHold = settings.replyHold();
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
        SendFactory draft = new SendFactory(event.group(), event, number.now(), replyHold);
        States states = states(inHand.mail());
        ScheduleLog.note(event, states, draft.now());
        ThroughputChanged.note(event, states);
        AccountState.note(event, states);
        LearningGroup group = new LearningGroup(groups, states, identities, event, draft.now());
        return new SharedTurn(group.learn(event), draft, states, group, () -> labels.of(event.group()), failure,
                new BufferedEffects(cancelled -> timers(event.group(), cancelled), () -> labels.of(event.group())));
    }

    private States states(Mail mail) {
        ObjectMapper json = number.json();
        return new States(json, mail.state());
    }

    /** They are read one by one only where that matters. */
    private int timers(String group, List<String> cancelled) {
        int all = inbox.countTimers(group);
        return all < Inbox.MOST_TIMERS || cancelled.isEmpty()
                ? all
                : (int) inbox.timers(group).stream().filter(timer -> !cancelled.contains(timer.name())).count();
    }
}
