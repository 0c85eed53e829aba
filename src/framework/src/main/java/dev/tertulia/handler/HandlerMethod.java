package dev.tertulia.handler;

import java.util.List;

import io.micronaut.inject.ExecutableMethod;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.After;
import dev.tertulia.bot.Before;
import dev.tertulia.bot.OnError;
import dev.tertulia.message.Event;
import dev.tertulia.message.MemberChanged;
import dev.tertulia.message.Origin;
import dev.tertulia.turn.BufferedTurn;
import dev.tertulia.turn.EventView;
import dev.tertulia.turn.SharedTurn;

/**
 * A handler that passed all checks.
 *
 * @param name  class, method and parameter types, as people would say it
 * @param takes the kind of event; those of {@link Phase#ERROR} take all kinds, but only of events that failed
 * @param scope where and for whom it is called
 */
public record HandlerMethod(String name, Class<?> bot, Object bean, ExecutableMethod<Object, Object> method,
        Class<? extends Event> takes, Trigger trigger, int order, List<Binder> binders, Phase phase, Scope scope) {

    /** When a handler is called. */
    enum Phase {
        /** Before the chains of all bots. */
        BEFORE,
        /** In the chain of its bot. */
        CHAIN,
        /** After the chains of all bots. */
        AFTER,
        /** When an event failed for good. */
        ERROR;

        static Phase of(ExecutableMethod<?, ?> method) {
            return method.hasAnnotation(OnError.class)
                    ? ERROR
                    : method.hasAnnotation(Before.class) ? BEFORE : method.hasAnnotation(After.class) ? AFTER : CHAIN;
        }
    }

    /**
     * Where and for whom a handler is called.
     *
     * @param groups  whether it takes a group, so that it is called in groups alone
     * @param persons whether it takes a person, so that it is called in private chats alone
     * @param chats   whether it takes a chat, so that it is called in either alone
     * @param staff   whether it is for staff alone
     */
    record Scope(boolean groups, boolean persons, boolean chats, boolean staff) {}

    /** The match of an event, or {@code null} if there is none. */
    public @Nullable Match match(EventView view) {
        return takes.isInstance(view.event()) ? trigger.match(view) : null;
    }

    /** Whether it is called for events of a conversation. */
    private boolean isCalledIn(String conversation) {
        boolean inGroup = Origin.isGroup(conversation);
        boolean inPrivate = !Origin.personIn(conversation).isEmpty();
        return (!scope.groups() || inGroup) && (!scope.persons() || inPrivate)
                && (!scope.chats() || inGroup || inPrivate);
    }

    /** The data of this handler for its turn. */
    public BufferedTurn.HandlerInfo forTurn() {
        return new BufferedTurn.HandlerInfo(bot, name, phase == Phase.BEFORE);
    }

    /** Whether it is for staff alone. */
    public boolean isForStaff() {
        return scope.staff();
    }

    /** Whether it is the handler of a command. */
    public boolean isCommand() {
        return trigger instanceof Command;
    }

    /** How to write the command that it is for; empty if it is for none. */
    public String example() {
        return trigger instanceof Command command ? command.example() : "";
    }

    /** Whether it is called for a question that stays without an answer. */
    public boolean isForMissingAnswer() {
        return trigger instanceof Triggers.AnswerMissing;
    }

    /** Whether it is called in the conversation of a turn, if its trigger matches. */
    public boolean isFor(SharedTurn turn) {
        return (takes != MemberChanged.class || turn.concernsGroup()) && isCalledIn(turn.event().group());
    }

    /** Calls the method. */
    public @Nullable Object invoke(BufferedTurn turn, Match match) {
        Object[] arguments = binders.stream().map(binder -> binder.bind(turn, match)).toArray();
        return method.invoke(bean, arguments);
    }

    /** The name with its package, for handlers whose names are equal. */
    String fullName() {
        return bot.getPackageName() + "." + name;
    }

    String annotation() {
        return method.getAnnotationTypeByStereotype(dev.tertulia.bot.Handler.class)
                .map(type -> "@" + type.getSimpleName()).orElse("");
    }
}
