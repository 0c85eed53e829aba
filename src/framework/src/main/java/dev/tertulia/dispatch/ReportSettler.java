package dev.tertulia.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.journal.Journal.Ending;
import dev.tertulia.journal.Journal.Turned;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Origin;
import dev.tertulia.number.NumberContext;
import dev.tertulia.outbox.NotSettledYet;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.webhook.Reports;

/** Settles the reports of one phone number as their delivery is accepted, beside and ahead of the turns. */
public final class ReportSettler implements Reports {

    private final NumberContext number;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Handlers handlers;
    private final GroupFactsSource groups;

    public ReportSettler(NumberContext number, Inbox inbox, Outbox outbox, Handlers handlers,
            GroupFactsSource groups) {
        this.number = number;
        this.inbox = inbox;
        this.outbox = outbox;
        this.handlers = handlers;
        this.groups = groups;
    }

    /** Statuses are the bulk of what arrives, and most bots do not take them. */
    @Override
    public boolean needsTurn(Event event) {
        return !(event instanceof MessageStatus) || handlers.anyFor(event);
    }

    @Override
    public List<Event> settle(Collection<Event> events, Collection<Event> fresh) {
        Map<String, GroupFactsSession> known = new HashMap<>();
        List<Event> left = new ArrayList<>();
        for (Event event : events) {
            if (!Outbox.settles(event)) {
                continue;
            }
            GroupFactsSession group = known.computeIfAbsent(event.group(), this::known);
            boolean settled = settle(event, group);
            if (needsTurn(event)) {
                continue;
            }
            if (settled && !bringsNews(event, group)) {
                if (fresh.contains(event)) {
                    over(event);
                }
            } else {
                left.add(inTurn(event));
            }
        }
        return left;
    }

    /** Whatever goes wrong here goes wrong again in the turn, which is retried and becomes a dead letter in the end. */
    private boolean settle(Event event, GroupFactsSession group) {
        try {
            outbox.settle(groups.named(event, group::current));
            return true;
        } catch (StoreUnavailable away) {
            throw away;
        } catch (NotSettledYet early) {
            return false;
        } catch (RuntimeException | Error broken) {
            return false;
        }
    }

    private GroupFactsSession known(String group) {
        String key = States.key(GroupFacts.class);
        Map<String, String> stored = inbox.state(group, key).map(facts -> Map.of(key, facts)).orElse(Map.of());
        return new GroupFactsSession(groups, new States(number.json(), stored).of(GroupFacts.class, null), group,
                number.now());
    }

    /** Whether a status names a member of the group in a way that is not known yet; only a turn can write that down. */
    private static boolean bringsNews(Event event, GroupFactsSession group) {
        if (!(event instanceof MessageStatus status) || status.participant() == null
                || !Origin.isGroup(event.group())) {
            return false;
        }
        Member member = status.participant();
        Optional<GroupFacts.Person> found = group.facts().person(member);
        return found.filter(person -> person.aliases() == null
                || !member.identities().allMatch(person::had)).isPresent();
    }

    /** Under another key, since the event itself was seen. */
    private static Event inTurn(Event event) {
        return event instanceof MessageStatus status ? status.with(status.origin().again("turn")) : event;
    }

    private void over(Event event) {
        number.journal().record(Step.UNHANDLED, event.group(), event.origin().key(), Dispatcher.describe(event));
        number.journal().journal().turned(new Turned(number.number(), event, new Ending(Step.UNHANDLED, "", null),
                java.time.Duration.ZERO));
    }
}
