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
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Kind;
import dev.tertulia.message.Operation.Part;
import dev.tertulia.message.Operation.Result;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.OperationFailed;
import dev.tertulia.message.Removed;
import dev.tertulia.message.WireError;

/**
 * What an event tells of an operation. One operation may have several: one for each person removed, one for all that
 * failed.
 *
 * @param at    when it happened by WhatsApp's clock
 * @param group the group concerned
 * @param last  whether nothing can follow
 */
public record OperationUpdate(Kind kind, @Nullable String requestId, Instant at, String group,
        @Nullable String inviteLink,
        List<Item> items, boolean last, List<WireError> errors) {

    /** How far WhatsApp's clock may be behind ours. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /**
     * One item.
     *
     * @param names all that it may have been called when it was asked for
     */
    public record Item(List<String> names, boolean done, List<WireError> errors) {}

    static Optional<OperationUpdate> of(Event event) {
        return Optional.ofNullable(switch (event) {
            case GroupCreated created -> done(created, Kind.CREATE, created.requestId(), List.of(created.subject()))
                    .withLink(created.inviteLink());
            case GroupDeleted deleted -> done(deleted, Kind.DELETE, deleted.requestId(), List.of());
            case Removed removed ->
                new OperationUpdate(Kind.REMOVE, removed.requestId(), removed.at(), removed.group(), null,
                        List.of(new Item(names(removed.member()), true, List.of())), false, List.of());
            case GroupSettingsChanged changed ->
                done(changed, Kind.SETTINGS, changed.requestId(), SettingNames.in(changed));
            case OperationFailed failed -> failed(failed);
            default -> null;
        });
    }

    private static OperationUpdate done(Event event, Kind kind, @Nullable String requestId, List<String> items) {
        List<Item> done = items.stream().map(name -> new Item(List.of(name), true, List.of())).toList();
        return new OperationUpdate(kind, requestId, event.at(), event.group(), null, done, false, List.of());
    }

    private static OperationUpdate failed(OperationFailed failed) {
        List<Item> items = failed.items().stream().map(item -> new Item(List.of(item.name()), false, item.errors()))
                .toList();
        return new OperationUpdate(Kind.valueOf(failed.operation().name()), failed.requestId(), failed.at(),
                failed.group(),
                null, items, true, failed.errors());
    }

    private OperationUpdate withLink(@Nullable String link) {
        return new OperationUpdate(kind, requestId, at, group, link, items, last, errors);
    }

    private static List<String> names(Member member) {
        return Stream.concat(member.identities(), Stream.of(member.id())).distinct().toList();
    }

    /** Whether it fits an operation of which WhatsApp's name is not known. */
    boolean fits(Operation operation) {
        return operation.requestId() == null && operation.kind() == kind
                && !at.isBefore(operation.request().asked().minus(SKEW))
                && (kind != Kind.CREATE || !items.isEmpty())
                && items.stream()
                        .allMatch(item -> item.names().stream().anyMatch(operation.request().items()::contains));
    }

    /** The operation as it is after this; over if that was all. */
    Operation applyTo(Operation operation) {
        List<String> wanted = operation.request().items();
        List<Part> parts = new ArrayList<>(operation.result().parts());
        for (Item item : items) {
            String name = name(item, open(wanted, parts), wanted);
            if (parts.stream().noneMatch(part -> part.name().equals(name))) {
                parts.add(new Part(name, item.done(), item.errors()));
            }
        }
        if (last) {
            open(wanted, parts).forEach(name -> parts.add(new Part(name, false, List.of())));
        }
        Result result = new Result(kind == Kind.CREATE && !last ? group : null, inviteLink, parts, errors);
        State state = parts.size() < wanted.size() ? operation.state() : OperationResults.state(result);
        return new Operation(operation.id(), operation.request(), state,
                operation.requestId() == null ? requestId : operation.requestId(), operation.deadline(), result);
    }

    private static List<String> open(List<String> wanted, List<Part> parts) {
        return wanted.stream().filter(name -> parts.stream().noneMatch(part -> part.name().equals(name))).toList();
    }

    /** As it was asked for. A person may be told about by another name: then it is one of those still open. */
    private static String name(Item item, List<String> open, List<String> wanted) {
        return item.names().stream().filter(wanted::contains).findFirst()
                .orElse(open.isEmpty() ? item.names().getFirst() : open.getFirst());
    }
}
