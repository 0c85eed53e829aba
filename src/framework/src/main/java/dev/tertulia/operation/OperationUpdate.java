package dev.tertulia.operation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.message.GroupCreated;
import dev.tertulia.message.GroupDeleted;
import dev.tertulia.message.GroupSettingsChanged;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Item;
import dev.tertulia.message.Operation.Kind;
import dev.tertulia.message.Operation.Result;
import dev.tertulia.message.Operation.Status;
import dev.tertulia.message.OperationFailed;
import dev.tertulia.message.Removed;
import dev.tertulia.message.WireError;

/**
 * A report of WhatsApp about an operation. One operation may have several: one for each person removed, one for all
 * that failed.
 *
 * @param at the time by WhatsApp's clock
 * @param group the group concerned
 * @param items the items whose outcome it reports
 * @param otherNames other names of the only item, if that is a person
 * @param last whether no further report can follow
 */
public record OperationUpdate(Kind kind, @Nullable String requestId, Instant at, String group,
        @Nullable String inviteLink, List<Item> items, List<String> otherNames, boolean last, List<WireError> errors) {

    /** The tolerance for WhatsApp's clock being behind ours. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    static Optional<OperationUpdate> of(Event event) {
        return Optional.ofNullable(switch (event) {
            case GroupCreated created -> done(created, Kind.CREATE, created.requestId(), List.of(created.subject()))
                    .withLink(created.inviteLink());
            case GroupDeleted deleted -> done(deleted, Kind.DELETE, deleted.requestId(), List.of());
            case Removed removed ->
                new OperationUpdate(Kind.REMOVE, removed.requestId(), removed.at(), removed.group(), null,
                        List.of(new Item(removed.member().id(), true, List.of())),
                        removed.member().identities().toList(), false, List.of());
            case GroupSettingsChanged changed ->
                done(changed, Kind.SETTINGS, changed.requestId(), SettingNames.in(changed));
            case OperationFailed failed -> failed(failed);
            default -> null;
        });
    }

    private static OperationUpdate done(Event event, Kind kind, @Nullable String requestId, List<String> items) {
        List<Item> done = items.stream().map(name -> new Item(name, true, List.of())).toList();
        return new OperationUpdate(kind, requestId, event.at(), event.group(), null, done, List.of(), false, List.of());
    }

    private static OperationUpdate failed(OperationFailed failed) {
        return new OperationUpdate(failed.kind(), failed.requestId(), failed.at(), failed.group(), null, failed.items(),
                List.of(), true, failed.errors());
    }

    private OperationUpdate withLink(@Nullable String link) {
        return new OperationUpdate(kind, requestId, at, group, link, items, otherNames, last, errors);
    }

    private Stream<String> names(Item item) {
        return Stream.concat(Stream.of(item.name()), otherNames.stream());
    }

    /** Whether this may be a report of an operation whose request id is unknown. */
    boolean fits(Operation operation) {
        return operation.requestId() == null && operation.kind() == kind
                && !at.isBefore(operation.request().asked().minus(SKEW))
                && (kind != Kind.CREATE || !items.isEmpty())
                && items.stream()
                        .allMatch(item -> names(item).anyMatch(operation.request().items()::contains));
    }

    /** The operation after this report; ended if the report completes it. */
    Operation applyTo(Operation operation) {
        List<String> wanted = operation.request().items();
        List<Item> known = new ArrayList<>(operation.result().items());
        for (Item item : items) {
            String name = name(item, open(wanted, known), wanted);
            if (known.stream().noneMatch(one -> one.name().equals(name))) {
                known.add(new Item(name, item.done(), item.errors()));
            }
        }
        if (last) {
            open(wanted, known).forEach(name -> known.add(new Item(name, false, List.of())));
        }
        Result result = new Result(kind == Kind.CREATE && !last ? group : null, inviteLink, known, errors);
        return operation.with(known.size() < wanted.size()
                ? pending(operation, result)
                : new Status.Ended(OperationResults.state(result), id(operation), result));
    }

    private Status pending(Operation operation, Result result) {
        return switch (operation.status()) {
            case Status.Unclear unclear -> new Status.Unclear(id(operation), unclear.deadline(), result);
            case Status.Accepted accepted -> new Status.Accepted(id(operation), accepted.deadline(), result);
            case Status.Asked _,Status.Ended _ -> operation.status();
        };
    }

    private @Nullable String id(Operation operation) {
        return operation.requestId() == null ? requestId : operation.requestId();
    }

    private static List<String> open(List<String> wanted, List<Item> known) {
        return wanted.stream().filter(name -> known.stream().noneMatch(item -> item.name().equals(name))).toList();
    }

    /**
     * The name of an item in the request. If a person is reported under another name, it is the first item without an
     * outcome.
     */
    private String name(Item item, List<String> open, List<String> wanted) {
        return names(item).filter(wanted::contains).findFirst()
                .orElse(open.isEmpty() ? item.name() : open.getFirst());
    }
}
