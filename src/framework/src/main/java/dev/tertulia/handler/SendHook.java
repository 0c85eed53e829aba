package dev.tertulia.handler;

import io.micronaut.inject.ExecutableMethod;

import dev.tertulia.bot.Outgoing;

/**
 * A {@code @BeforeSend} method that passed all checks.
 *
 * @param name class, method and parameter types, as people would say it
 */
public record SendHook(String name, Object bean, ExecutableMethod<Object, Object> method, int order) {

    static void check(String name, ExecutableMethod<?, ?> method) {
        Class<?>[] types = method.getArgumentTypes();
        if (types.length != 1 || !Outgoing.class.isAssignableFrom(types[0])) {
            throw new BadHandler(name + " looks at outgoing messages, so it takes one: write "
                    + method.getMethodName() + "(Outgoing message), or Outgoing.FreeForm or Outgoing.ByTemplate");
        }
        if (!Outgoing.class.isAssignableFrom(method.getReturnType().getType())) {
            throw new BadHandler(name + " returns " + method.getReturnType().asArgument().getTypeString(true)
                    + "; return the Outgoing that shall leave: the one it got, that one changed, or"
                    + " message.stop(\"…\")");
        }
    }

    /** The message to send instead of this one. */
    public Outgoing apply(Outgoing message) {
        if (!method.getArgumentTypes()[0].isInstance(message)) {
            return message;
        }
        if (method.invoke(bean, message) instanceof Outgoing next && next.group().equals(message.group())) {
            return next;
        }
        throw new IllegalStateException(name + " returned no message for the same group; return the one it got, that"
                + " one changed, or message.stop(…)");
    }
}
