package dev.tertulia.turn;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.JoinRequestRevoked;
import dev.tertulia.message.JoinRequested;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Left;
import dev.tertulia.message.Member;
import dev.tertulia.message.MemberChanged;
import dev.tertulia.message.PrivateMessage;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.Removed;

/** The person that an event is about. */
final class EventSubject {

    private static final Set<Class<? extends Event>> ABOUT_SOMEBODY = Set.of(IncomingMessage.class, GroupMessage.class,
            PrivateMessage.class, Reaction.class, Joined.class, Left.class, Removed.class, MemberChanged.class,
            JoinRequested.class, JoinRequestRevoked.class);

    private EventSubject() {}

    static boolean known(Class<? extends Event> kind) {
        return ABOUT_SOMEBODY.contains(kind);
    }

    static @Nullable Member of(Event event) {
        return switch (event) {
            case IncomingMessage message -> message.sender();
            case Reaction reaction -> reaction.sender();
            case Joined joined -> joined.member();
            case Left left -> left.member();
            case Removed removed -> removed.member();
            case MemberChanged changed -> changed.after();
            case JoinRequested requested -> requested.member();
            case JoinRequestRevoked revoked -> revoked.member();
            default -> null;
        };
    }
}
