package dev.tertulia.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.tertulia.costs.Booking;
import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.journal.Journal.Ending;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Origin;
import dev.tertulia.number.NumberJournal;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.outbox.SentEntries;
import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.webhook.Reports;

/** The reports of one delivery. What they need of the store is read at once. */
final class ReportBatch implements Reports.Batch {

    private final List<Event> reports;
    private final Predicate<Event> needsTurn;
    private final Outbox outbox;
    private final GroupFactsSource groups;
    private final Function<String, GroupFactsSession> stored;
    private final NumberJournal journal;
    private final Map<String, GroupFactsSession> sessions = new HashMap<>();
    /** The reports with the known names of their people; one that cannot be named is missing. */
    private final Map<Event, Event> named = new HashMap<>();
    private final SentEntries sent;
    private final Booking booking;

    /** @param stored the stored facts of a group */
    ReportBatch(List<Event> reports, Predicate<Event> needsTurn, Outbox outbox, GroupFactsSource groups,
            Function<String, GroupFactsSession> stored, NumberJournal journal) {
        this.reports = reports;
        this.needsTurn = needsTurn;
        this.outbox = outbox;
        this.groups = groups;
        this.stored = stored;
        this.journal = journal;
        reports.forEach(this::name);
        this.sent = outbox.sentEntries(reports);
        this.booking = outbox.booking(named.values(), sent);
    }

    private GroupFactsSession group(String id) {
        return sessions.computeIfAbsent(id, stored);
    }

    private void name(Event event) {
        try {
            named.put(event, groups.named(event, member -> group(event.group()).current(member)));
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException | Error broken) {
            named.remove(event);
        }
    }

    @Override
    public Booking booking() {
        return booking;
    }

    @Override
    public List<Event> settle(Collection<Event> fresh) {
        Set<Event> unseen = new HashSet<>(fresh);
        List<Event> left = new ArrayList<>();
        for (Event event : reports) {
            boolean settled = settle(event);
            if (needsTurn.test(event)) {
                continue;
            }
            if (!settled || bringsNews(event)) {
                left.add(inTurn(event));
            } else if (unseen.remove(event)) {
                journal.over(event, new Ending(Step.UNHANDLED, "", null), ReportSettler.describe(event), Duration.ZERO);
            }
        }
        return left;
    }

    /**
     * A report that comes too early is settled in the turn. Whatever goes wrong here goes wrong there again, where it is
     * retried and becomes a dead letter in the end.
     */
    private boolean settle(Event event) {
        Event report = named.get(event);
        if (report == null) {
            return false;
        }
        try {
            outbox.settle(report, sent);
            return true;
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException | Error broken) {
            return false;
        }
    }

    /** Whether a status names a member of the group in a way that is not known yet; only a turn can write that down. */
    private boolean bringsNews(Event event) {
        if (!(event instanceof MessageStatus status) || status.participant() == null
                || !Origin.isGroup(event.group())) {
            return false;
        }
        Member member = status.participant();
        Optional<GroupFacts.Person> found = group(event.group()).facts().person(member);
        return found.filter(person -> person.aliases() == null
                || !member.identities().allMatch(person::had)).isPresent();
    }

    /** Under another key, since the event itself was seen. */
    private static Event inTurn(Event event) {
        return event instanceof MessageStatus status ? status.with(status.origin().again("turn")) : event;
    }
}
