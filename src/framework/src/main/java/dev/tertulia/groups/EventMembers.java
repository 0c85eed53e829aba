package dev.tertulia.groups;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.JoinRequestRevoked;
import dev.tertulia.message.JoinRequested;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Left;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.PrivateMessage;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.Removed;

/**
 * Replaces the people of events by those that are known, because events leave data out: a join has no name, a message
 * does.
 */
public final class EventMembers {

    private EventMembers() {}

    /** The event with other people in it. */
    public static Event replaced(Event event, UnaryOperator<Member> known) {
        return switch (event) {
            case GroupMessage e -> new GroupMessage(e.origin(), e.id(), known.apply(e.sender()), e.content(),
                    e.quoted(), e.forwarded(), e.forwardedOften());
            case PrivateMessage e -> new PrivateMessage(e.origin(), e.id(), known.apply(e.sender()), e.content(),
                    e.quoted(), e.forwarded(), e.forwardedOften());
            case Reaction e -> new Reaction(e.origin(), known.apply(e.sender()), e.messageId(), e.emoji());
            case Joined e -> new Joined(e.origin(), known.apply(e.member()), e.approved());
            case Left e -> new Left(e.origin(), known.apply(e.member()));
            case Removed e -> new Removed(e.origin(), known.apply(e.member()), e.requestId());
            case JoinRequested e -> new JoinRequested(e.origin(), known.apply(e.member()), e.requestId());
            case JoinRequestRevoked e -> new JoinRequestRevoked(e.origin(), known.apply(e.member()), e.requestId());
            case MessageStatus e -> new MessageStatus(e.origin(), e.messageId(), e.state(),
                    participant(e.participant(), known), e.callback(), e.pricing(), e.errors());
            default -> event;
        };
    }

    private static @Nullable Member participant(@Nullable Member participant, UnaryOperator<Member> known) {
        return participant == null ? null : known.apply(participant);
    }
}
