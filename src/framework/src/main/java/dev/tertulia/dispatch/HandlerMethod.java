package dev.tertulia.dispatch;

import java.util.List;

import io.micronaut.inject.ExecutableMethod;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;

/**
 * A handler that passed all checks.
 *
 * @param name  class, method and parameter types, as people would say it
 * @param takes the kind of event; {@code onError} handlers take all kinds, but only of events that failed
 */
record HandlerMethod(String name, Class<?> bot, Object bean, ExecutableMethod<Object, Object> method,
        Class<? extends Event> takes, Trigger trigger, int order, List<Binder> binders, boolean onError) {

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
