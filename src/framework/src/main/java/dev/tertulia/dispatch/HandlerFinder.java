package dev.tertulia.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import jakarta.inject.Singleton;

import io.micronaut.context.BeanContext;
import io.micronaut.context.processor.ExecutableMethodProcessor;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.inject.qualifiers.Qualifiers;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Handler;

/** Collects every method that carries a handler annotation while the program starts. */
@Singleton
public final class HandlerFinder implements ExecutableMethodProcessor<Handler> {

    private final BeanContext beans;
    private final ConversionService conversion;
    private final List<Found> found = new ArrayList<>();

    HandlerFinder(BeanContext beans, ConversionService conversion) {
        this.beans = beans;
        this.conversion = conversion;
    }

    private record Found(BeanDefinition<?> bot, ExecutableMethod<Object, Object> method) {}

    @Override
    @SuppressWarnings("unchecked") // the bean is only ever handed back to its own method
    public void process(BeanDefinition<?> bot, ExecutableMethod<?, ?> method) {
        found.add(new Found(bot, (ExecutableMethod<Object, Object>) method));
    }

    /**
     * Checks all handlers.
     *
     * @param only the bots to use; empty for all there are
     * @throws BadHandler naming class, method and parameter, and what to write instead
     */
    public Handlers handlers(DispatchSettings settings, Collection<Class<?>> only) {
        HandlerCheck check = new HandlerCheck(beans, conversion, settings);
        List<HandlerMethod> handlers = found.stream()
                .filter(f -> only.isEmpty() || only.contains(f.bot().getBeanType()))
                .map(f -> check.check(f.bot(), f.method())).toList();
        List<? extends Class<?>> bots = only.isEmpty() ? allBots() : List.copyOf(only);
        for (Class<?> bot : bots) {
            if (handlers.stream().noneMatch(handler -> handler.bot() == bot)) {
                throw new BadHandler(bot.getSimpleName() + " is a @Bot without handlers; annotate a method, for example"
                        + " @OnCommand(\"ping\") String ping() { return \"pong\"; } - and if it has some, see that"
                        + " micronaut-inject-java runs as annotation processor");
            }
        }
        return new Handlers(handlers);
    }

    private List<? extends Class<?>> allBots() {
        return beans.getBeanDefinitions(Qualifiers.byStereotype(Bot.class)).stream().map(BeanDefinition::getBeanType)
                .toList();
    }
}
