package dev.tertulia.registry;

import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.JoinRequestRevoked;
import dev.tertulia.message.JoinRequested;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Left;
import dev.tertulia.message.Member;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.Removed;

/** Gives the people of events the names that events leave out: a join carries none, a message does. */
final class Naming {

    private Naming() {}

    static Event named(Event event, GroupFacts facts) {
        return switch (event) {
            case GroupMessage e -> new GroupMessage(e.origin(), e.id(), known(e.sender(), facts), e.content(),
                    e.quoted(), e.forwarded());
            case Reaction e -> new Reaction(e.origin(), known(e.sender(), facts), e.messageId(), e.emoji());
            case Joined e -> new Joined(e.origin(), known(e.member(), facts), e.approved());
            case Left e -> new Left(e.origin(), known(e.member(), facts));
            case Removed e -> new Removed(e.origin(), known(e.member(), facts), e.requestId());
            case JoinRequested e -> new JoinRequested(e.origin(), known(e.member(), facts), e.requestId());
            case JoinRequestRevoked e -> new JoinRequestRevoked(e.origin(), known(e.member(), facts), e.requestId());
            default -> event;
        };
    }

    private static Member known(Member member, GroupFacts facts) {
        return People.merged(member, facts.find(member).orElse(null));
    }
}
