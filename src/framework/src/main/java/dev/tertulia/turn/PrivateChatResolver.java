package dev.tertulia.turn;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Origin;
import dev.tertulia.message.PrivateMessage;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.Unsupported;
import dev.tertulia.store.PeopleDirectory;
import dev.tertulia.store.PeopleDirectory.Entry;
import dev.tertulia.webhook.PrivateChats;

/** Finds the one conversation of each person in the directory of people. */
public record PrivateChatResolver(PeopleDirectory people, InstantSource clock) implements PrivateChats {

    @Override
    public List<Event> placed(List<Event> events) {
        if (events.stream().noneMatch(PrivateChatResolver::isPersonal)) {
            return events;
        }
        Map<String, Entry> people = new HashMap<>();
        return events.stream().flatMap(event -> isPersonal(event) ? placed(event, people) : Stream.of(event)).toList();
    }

    private static boolean isPersonal(Event event) {
        return !Origin.personIn(event.group()).isEmpty() && (event instanceof PrivateMessage
                || event instanceof Reaction || event instanceof MessageStatus || event instanceof Unsupported);
    }

    /** The event in its chat, after what the person's other chats had. */
    private Stream<Event> placed(Event event, Map<String, Entry> met) {
        Member member = member(event);
        if (member == null) {
            return Stream.of(event);
        }
        Entry entry = met.computeIfAbsent(member.address(), any -> people.meet(member, null, clock.instant()));
        return Stream.concat(
                entry.merged().stream()
                        .map(merged -> IdentityResolver.chatMoves(merged, entry.id(), event.origin())),
                Stream.of(placed(event, entry.id())));
    }

    private static Event placed(Event event, String id) {
        Origin origin = event.origin().in(Origin.person(id));
        return switch (event) {
            case PrivateMessage e -> new PrivateMessage(origin, e.id(), e.sender().as(id), e.content(), e.quoted(),
                    e.forwarded(), e.forwardedOften());
            case Reaction e -> new Reaction(origin, e.sender().as(id), e.messageId(), e.emoji());
            case MessageStatus e -> e.with(origin);
            case Unsupported e -> new Unsupported(origin, e.kind(), e.sender() == null ? null : e.sender().as(id),
                    e.errors(), e.raw());
            default -> event;
        };
    }

    private static @Nullable Member member(Event event) {
        return switch (event) {
            case PrivateMessage message -> message.sender();
            case Reaction reaction -> reaction.sender();
            case Unsupported unsupported -> unsupported.sender();
            default -> Member.find(Origin.personIn(event.group())).orElse(null);
        };
    }
}
