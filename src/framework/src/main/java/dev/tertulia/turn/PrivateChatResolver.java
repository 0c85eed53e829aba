package dev.tertulia.turn;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Origin;
import dev.tertulia.message.PrivateMessage;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.Unsupported;
import dev.tertulia.store.PeopleDirectory;
import dev.tertulia.webhook.PrivateChats;

/** Finds the one conversation of each person in the directory of people. */
public record PrivateChatResolver(PeopleDirectory people, InstantSource clock) implements PrivateChats {

    @Override
    public List<Event> placed(List<Event> events) {
        if (events.stream().noneMatch(PrivateChatResolver::isPersonal)) {
            return events;
        }
        Map<String, String> ids = new HashMap<>();
        return events.stream().map(event -> isPersonal(event) ? placed(event, ids) : event).toList();
    }

    private static boolean isPersonal(Event event) {
        return !Origin.personIn(event.group()).isEmpty() && (event instanceof PrivateMessage
                || event instanceof Reaction || event instanceof MessageStatus || event instanceof Unsupported);
    }

    private Event placed(Event event, Map<String, String> ids) {
        Member member = member(event);
        if (member == null) {
            return event;
        }
        String id = ids.computeIfAbsent(member.address(), any -> people.meet(member, null, clock.instant()).id());
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
