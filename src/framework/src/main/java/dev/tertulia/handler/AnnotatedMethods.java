package dev.tertulia.handler;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micronaut.inject.ExecutableMethod;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Handler;

/**
 * The methods that a class annotated as handlers, as its class file has them: including those that are never called.
 */
final class AnnotatedMethods {

    private AnnotatedMethods() {}

    /** Whether a class is meant to be a bot, and one can be made of it. */
    static boolean canBeBot(Class<?> type) {
        return type.isAnnotationPresent(Bot.class) && !Modifier.isAbstract(type.getModifiers());
    }

    /** Why a class that was named as a bot has no handler at all. */
    static String whyNone(Class<?> type) {
        if (!type.isAnnotationPresent(Bot.class)) {
            return type.getSimpleName() + " is no bot; write @Bot above class " + type.getSimpleName();
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            return type.getSimpleName() + " is abstract, so no bot can be made of it; write @Bot above a class that "
                    + (type.isInterface() ? "implements it" : "extends it");
        }
        return type.getSimpleName() + " is a @Bot without handlers; annotate a method, for example"
                + " @OnCommand(\"ping\") String ping() { return \"pong\"; } - and if it has some, see that"
                + " micronaut-inject-java runs as annotation processor";
    }

    /** The mistakes in methods that were not found as handlers of this bot. */
    static List<String> overlooked(Class<?> type, Collection<ExecutableMethod<?, ?>> found) {
        return all(type).stream().filter(method -> found.stream().noneMatch(handler -> isSame(handler, method)))
                .flatMap(method -> reason(type, method).stream()).toList();
    }

    private static boolean isSame(ExecutableMethod<?, ?> handler, Method method) {
        return handler.getMethodName().equals(method.getName())
                && Arrays.equals(handler.getArgumentTypes(), method.getParameterTypes());
    }

    private static Optional<String> reason(Class<?> type, Method method) {
        String name = name(method.getDeclaringClass(), method);
        String annotation = annotation(method).orElseThrow();
        if (Modifier.isStatic(method.getModifiers())) {
            return Optional.of(name + " has " + annotation + " and is static; remove static");
        }
        if (Modifier.isPrivate(method.getModifiers())) {
            return Optional
                    .of(name + " has " + annotation + " and is private; remove private");
        }
        Optional<Method> over = overriding(type, method);
        if (over.isPresent()) {
            return Optional.of(name(type, over.get()) + " overrides " + name + ", which has " + annotation
                    + ", and has no annotation itself; write " + annotation + " above it too");
        }
        return Optional.of(name + " has " + annotation + " and was not found as a handler of " + type.getSimpleName()
                + "; see that micronaut-inject-java runs as annotation processor where "
                + method.getDeclaringClass().getSimpleName() + " is compiled");
    }

    private static Optional<Method> overriding(Class<?> type, Method method) {
        return Stream
                .<Class<?>>iterate(type, of -> of != null && of != method.getDeclaringClass(), Class::getSuperclass)
                .flatMap(of -> Stream.of(of.getDeclaredMethods()))
                .filter(own -> !own.isBridge() && own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()))
                .findFirst();
    }

    private static List<Method> all(Class<?> type) {
        List<Method> methods = new ArrayList<>();
        for (Class<?> of = type; of != null && of != Object.class; of = of.getSuperclass()) {
            methods.addAll(List.of(of.getDeclaredMethods()));
            for (Class<?> promised : of.getInterfaces()) {
                methods.addAll(List.of(promised.getDeclaredMethods()));
            }
        }
        return methods.stream().filter(method -> !method.isSynthetic() && annotation(method).isPresent()).toList();
    }

    private static Optional<String> annotation(Method method) {
        return Stream.of(method.getAnnotations()).map(Annotation::annotationType)
                .filter(annotation -> annotation.isAnnotationPresent(Handler.class))
                .map(annotation -> "@" + annotation.getSimpleName()).findFirst();
    }

    private static String name(Class<?> type, Method method) {
        return type.getSimpleName() + "." + method.getName() + Stream.of(method.getParameterTypes())
                .map(Class::getSimpleName).collect(Collectors.joining(", ", "(", ")"));
    }
}
