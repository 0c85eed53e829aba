package dev.tertulia.turn;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tertulia.graph.GraphError;
import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.message.Event;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.OperationFailed;
import dev.tertulia.message.Unsupported;
import dev.tertulia.message.WireError;
import dev.tertulia.number.NumberContext;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.store.Inbox;
import dev.tertulia.webhook.Reports;

/** Settles the reports of one phone number as their delivery is accepted, independent of the turns. */
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
    public Batch of(List<Event> events) {
        List<Event> reports = events.stream().filter(Outbox::settles).toList();
        return reports.isEmpty()
                ? Batch.NOTHING
                : new ReportBatch(reports, this::needsTurn, outbox, groups,
                        group -> GroupFactsSession.stored(groups, inbox, number, group), number.journal());
    }

    /** The kind of event, and the meaning of the errors in it. */
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
