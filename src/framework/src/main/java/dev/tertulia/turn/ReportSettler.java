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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tertulia.graph.GraphError;
import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.journal.Journal.Ending;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.OperationFailed;
import dev.tertulia.message.Origin;
import dev.tertulia.message.Unsupported;
import dev.tertulia.message.WireError;
import dev.tertulia.number.NumberContext;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.webhook.Reports;

/** Settles the reports of one phone number as their delivery is accepted, beside and ahead of the turns. */
public final class ReportSettler implements Reports {

    private final NumberContext number;
    private final Inbox inbox;
    private final Outbox outbox;
    private final GroupFactsSource groups;
    private final boolean statusesTaken;

    /**
     * The settler of a phone number.
     *
     * @param statusesTaken whether any handler takes statuses
     */
    public ReportSettler(NumberContext number, Inbox inbox, Outbox outbox, GroupFactsSource groups,
            boolean statusesTaken) {
        this.number = number;
        this.inbox = inbox;
        this.outbox = outbox;
        this.groups = groups;
        this.statusesTaken = statusesTaken;
    }

    /** Statuses are the bulk of what arrives, and most bots do not take them. */
    @Override
    public boolean needsTurn(Event event) {
        return statusesTaken || !(event instanceof MessageStatus);
    }

    @Override
    public List<Event> settle(Collection<Event> events, Collection<Event> fresh) {
        Set<Event> unseen = new HashSet<>(fresh);
        Map<String, GroupFactsSession> sessions = new HashMap<>();
        List<Event> left = new ArrayList<>();
        for (Event event : events) {
            if (!Outbox.settles(event)) {
                continue;
            }
            Supplier<GroupFactsSession> group = () -> sessions.computeIfAbsent(event.group(),
                    id -> GroupFactsSession.stored(groups, inbox, number, id));
            boolean settled = settle(event, group);
            if (needsTurn(event)) {
                continue;
            }
            if (!settled || bringsNews(event, group)) {
                left.add(inTurn(event));
            } else if (unseen.remove(event)) {
                number.journal().over(event, new Ending(Step.UNHANDLED, "", null), describe(event),
                        Duration.ZERO);
            }
        }
        return left;
    }

    /**
     * A report that comes too early is settled in the turn. Whatever goes wrong here goes wrong there again, where it is
     * retried and becomes a dead letter in the end.
     */
    private boolean settle(Event event, Supplier<GroupFactsSession> group) {
        try {
            outbox.settle(groups.named(event, member -> group.get().current(member)));
            return true;
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException | Error broken) {
            return false;
        }
    }

    /** Whether a status names a member of the group in a way that is not known yet; only a turn can write that down. */
    private static boolean bringsNews(Event event, Supplier<GroupFactsSession> group) {
        if (!(event instanceof MessageStatus status) || status.participant() == null
                || !Origin.isGroup(event.group())) {
            return false;
        }
        Member member = status.participant();
        Optional<GroupFacts.Person> found = group.get().facts().person(member);
        return found.filter(person -> person.aliases() == null
                || !member.identities().allMatch(person::had)).isPresent();
    }

    /** Under another key, since the event itself was seen. */
    private static Event inTurn(Event event) {
        return event instanceof MessageStatus status ? status.with(status.origin().again("turn")) : event;
    }

    /** The kind of event, and what the errors mean that it tells of. */
    public static String describe(Event event) {
        List<WireError> errors = switch (event) {
            case OperationFailed failed -> Stream.concat(failed.errors().stream(),
                    failed.items().stream().flatMap(item -> item.errors().stream())).toList();
            case MessageStatus status -> status.errors();
            case Unsupported unsupported -> unsupported.errors();
            default -> List.of();
        };
        return Stream.concat(Stream.of(event.getClass().getSimpleName()),
                errors.stream().map(error -> GraphError.of(error).withoutWords()).distinct())
                .collect(Collectors.joining("; "));
    }
}
