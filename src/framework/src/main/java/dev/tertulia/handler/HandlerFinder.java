package dev.tertulia.handler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.micronaut.context.BeanContext;
import io.micronaut.context.processor.ExecutableMethodProcessor;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.inject.qualifiers.Qualifiers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.bot.BeforeSend;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Handler;
import dev.tertulia.bot.StateUpgrade;
import dev.tertulia.turn.TurnSettings;

/** Collects every method that carries a handler annotation while the program starts. */
@Singleton
public final class HandlerFinder implements ExecutableMethodProcessor<Handler> {

    private static final Logger LOG = LoggerFactory.getLogger(HandlerFinder.class);

    private final BeanContext beans;
    private final ConversionService conversion;
    private final List<Found> found = new ArrayList<>();

    HandlerFinder(BeanContext beans, ConversionService conversion) {
        this.beans = beans;
        this.conversion = conversion;
    }

    private record Found(BeanDefinition<?> bot, ExecutableMethod<Object, Object> method) {

        boolean isHook() {
            return method.hasAnnotation(BeforeSend.class);
        }

        /** The order in which mistakes are reported. */
        String place() {
            return bot.getBeanType().getName() + "." + method.getDescription(false);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the bean is only ever handed back to its own method
    public void process(BeanDefinition<?> bot, ExecutableMethod<?, ?> method) {
        found.add(new Found(bot, (ExecutableMethod<Object, Object>) method));
    }

    /**
     * Checks all handlers.
     *
     * @param only the bots to use; empty for all there are
     * @throws BadHandler naming class, method and parameter of every mistake, and what to write instead
     */
    public Handlers handlers(TurnSettings settings, Collection<Class<?>> only) {
        Violations mistakes = new Violations();
        HandlerCheck check = new HandlerCheck(beans, conversion, settings, mistakes);
        List<Found> chosen = found.stream().filter(f -> only.isEmpty() || only.contains(f.bot().getBeanType()))
                .sorted(Comparator.comparing(Found::place)).toList();
        List<HandlerMethod> handlers = chosen.stream().filter(f -> !f.isHook())
                .map(f -> check.check(f.bot(), f.method())).flatMap(Optional::stream).toList();
        List<SendHook> hooks = chosen.stream().filter(Found::isHook).map(f -> check.checkHook(f.bot(), f.method()))
                .flatMap(Optional::stream).toList();
        (only.isEmpty() ? bots() : Set.copyOf(only)).forEach(bot -> noteOverlooked(bot, mistakes));
        DialogueCheck.check(handlers, mistakes);
        Handlers all = new Handlers(handlers, hooks, check.storedNames(), upgrades(), mistakes,
                DialogueCheck.warnings(handlers, settings));
        mistakes.refuseIfAny();
        return all;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // beans are found by their raw type
    private Collection<StateUpgrade<?>> upgrades() {
        return (Collection) beans.getBeansOfType(StateUpgrade.class);
    }

    private void noteOverlooked(Class<?> bot, Violations mistakes) {
        List<ExecutableMethod<?, ?>> handlers = new ArrayList<>();
        found.stream().filter(f -> f.bot().getBeanType() == bot).forEach(f -> handlers.add(f.method()));
        List<String> overlooked = AnnotatedMethods.canBeBot(bot)
                ? AnnotatedMethods.overlooked(bot, handlers)
                : List.of();
        if (overlooked.isEmpty() && handlers.isEmpty()) {
            mistakes.add(AnnotatedMethods.whyNone(bot));
        }
        overlooked.forEach(mistakes::add);
    }

    /** All bots: classes with {@link Bot}, and other beans that have handlers. They are not instantiated. */
    public Set<Class<?>> bots() {
        Set<Class<?>> bots = new HashSet<>();
        beans.getBeanDefinitions(Qualifiers.byStereotype(Bot.class)).forEach(bot -> bots.add(bot.getBeanType()));
        found.forEach(f -> bots.add(f.bot().getBeanType()));
        return bots;
    }
}
