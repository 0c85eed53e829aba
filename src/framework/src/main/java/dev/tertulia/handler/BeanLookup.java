package dev.tertulia.handler;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micronaut.context.BeanContext;
import io.micronaut.context.Qualifier;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.context.exceptions.NonUniqueBeanException;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import org.jspecify.annotations.Nullable;

/** Gets bots and what they take, and says in plain words why one cannot be had. */
final class BeanLookup {

    /** How the container marks what is wrong among all that it says. */
    private static final String SAYS = "Message: ";

    private final BeanContext context;
    private final Map<Class<?>, Optional<Object>> bots = new HashMap<>();
    private final Violations mistakes;

    BeanLookup(BeanContext context, Violations mistakes) {
        this.context = context;
        this.mistakes = mistakes;
    }

    /** Something that a bot wants. */
    private record Wanted(String where, Argument<?> argument) {

        @Override
        public String toString() {
            return where + " '" + argument.getName() + "'";
        }
    }

    /** The one instance of a bot; empty if it cannot be made, which is noted once. */
    Optional<Object> bot(BeanDefinition<?> bot) {
        return bots.computeIfAbsent(bot.getBeanType(), type -> Optional.ofNullable(mistakes.during(() -> make(bot))));
    }

    private Object make(BeanDefinition<?> bot) {
        String name = bot.getBeanType().getSimpleName();
        if (Modifier.isAbstract(bot.getBeanType().getModifiers())) {
            throw new BadHandler(AnnotatedMethods.whyNone(bot.getBeanType()));
        }
        try {
            return context.getBean(bot);
        } catch (BeanContextException e) {
            List<String> lacking = lacking(bot).map(reason -> name + " cannot be made: " + reason).toList();
            throw new BadHandler(lacking.isEmpty() ? List.of(name + " cannot be made: " + reason(e)) : lacking);
        }
    }

    private Stream<String> lacking(BeanDefinition<?> bot) {
        List<Wanted> wanted = new ArrayList<>();
        Stream.of(bot.getConstructor().getArguments())
                .forEach(argument -> wanted.add(new Wanted("parameter", argument)));
        bot.getInjectedFields().forEach(field -> wanted.add(new Wanted("field", field.asArgument())));
        bot.getInjectedMethods().forEach(method -> Stream.of(method.getArguments())
                .forEach(argument -> wanted.add(new Wanted("parameter", argument))));
        return wanted.stream().filter(BeanLookup::isOneBean).flatMap(one -> reasonAgainst(one).stream());
    }

    private static boolean isOneBean(Wanted wanted) {
        Argument<?> argument = wanted.argument();
        return !argument.isContainerType() && !argument.isOptional() && !argument.isProvider()
                && !argument.isNullable() && !argument.isAnnotationPresent(Value.class)
                && !argument.isAnnotationPresent(Property.class);
    }

    private Optional<String> reasonAgainst(Wanted wanted) {
        try {
            return get(wanted.toString(), wanted.argument()).isPresent()
                    ? Optional.empty()
                    : Optional.of("nothing can fill " + wanted + " of type " + wanted.argument().getTypeString(true)
                            + "; write a class of this type with @Singleton above it, or a @Factory that makes it");
        } catch (BadHandler bad) {
            return Optional.of(bad.getMessage());
        }
    }

    /**
     * The bean for a parameter or field; empty if there is none.
     *
     * @throws BadHandler if there are several, or if it cannot be made
     */
    <T> Optional<T> get(String wanted, Argument<T> argument) {
        Qualifier<T> qualifier = Qualifiers.forArgument(argument);
        if (!context.containsBean(argument, qualifier)) {
            return Optional.empty();
        }
        try {
            return Optional.of(context.getBean(argument, qualifier));
        } catch (NonUniqueBeanException several) {
            throw new BadHandler(wanted + " of type " + argument.getTypeString(true) + " may be any of "
                    + candidates(argument, qualifier)
                    + "; write @Named(…) before it, or @Primary above one of these classes");
        } catch (BeanContextException e) {
            throw new BadHandler(wanted + ": " + argument.getTypeString(true) + " cannot be made: " + reason(e));
        }
    }

    private <T> String candidates(Argument<T> argument, @Nullable Qualifier<T> qualifier) {
        return context.getBeanDefinitions(argument, qualifier).stream().map(bean -> bean.getBeanType().getSimpleName())
                .distinct().sorted().collect(Collectors.joining(", "));
    }

    /** The exception of an author's code and its place; else the container's message. */
    private static String reason(BeanContextException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (!(root instanceof BeanContextException)) {
            StackTraceElement[] trace = root.getStackTrace();
            return "its constructor threw " + root.getClass().getSimpleName()
                    + (root.getMessage() == null ? "" : ": " + root.getMessage())
                    + (trace.length == 0 ? "" : " (" + trace[0].getFileName() + ":" + trace[0].getLineNumber() + ")");
        }
        List<String> lines = String.valueOf(root.getMessage()).lines().toList();
        return lines.stream().filter(line -> line.startsWith(SAYS)).findFirst()
                .map(line -> line.substring(SAYS.length()))
                .orElseGet(lines::getFirst);
    }
}
