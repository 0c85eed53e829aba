package dev.tertulia.dispatch;

import java.util.List;

import io.micronaut.inject.ExecutableMethod;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.After;
import dev.tertulia.bot.Before;
import dev.tertulia.bot.OnError;
import dev.tertulia.message.Event;

/**
 * A handler that passed all checks.
 *
 * @param name  class, method and parameter types, as people would say it
 * @param takes the kind of event; those of {@link Phase#ERROR} take all kinds, but only of events that failed
 * @param inGroupsAlone whether it takes a group, so that it is called for events of groups alone
 */
record HandlerMethod(String name, Class<?> bot, Object bean, ExecutableMethod<Object, Object> method,
        Class<? extends Event> takes, Trigger trigger, int order, List<Binder> binders, Phase phase,
        boolean inGroupsAlone) {

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

    @Nullable
    Match match(Event event) {
        return takes.isInstance(event) ? trigger.match(event) : null;
    }

    @Nullable
    Object invoke(BufferedTurn turn, Match match) {
        Object[] arguments = binders.stream().map(binder -> binder.bind(turn, match)).toArray();
        return method.invoke(bean, arguments);
    }

    /** With the package, where the name alone would not tell which is meant. */
    String fullName() {
        return bot.getPackageName() + "." + name;
    }

    String annotation() {
        return method.getAnnotationTypeByStereotype(dev.tertulia.bot.Handler.class)
                .map(type -> "@" + type.getSimpleName()).orElse("");
    }
}
