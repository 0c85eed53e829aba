package dev.tertulia.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import dev.tertulia.bot.Groups;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.dispatch.HandlerFinder;
import dev.tertulia.dispatch.Handlers;
import dev.tertulia.emulator.Faults;

/** Keeps the bots of a test class, and makes a fresh world for each of its methods. */
final class BotTestExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace OURS = Namespace.create(BotTestExtension.class);
    private static final Set<Class<?>> PARAMETERS = Set.of(TestGroup.class, TestClock.class, Faults.class,
            Groups.class, Broadcasts.class);

    @Override
    public void beforeAll(ExtensionContext test) {
        List<Class<?>> bots = Arrays.asList(test.getRequiredTestClass().getAnnotation(BotTest.class).value());
        ApplicationContext context = ApplicationContext.run("test");
        test.getStore(OURS).put(ApplicationContext.class, context); // closed by JUnit with the store
        WorldBeans beans = new WorldBeans();
        beans.register(context);
        test.getStore(OURS).put(WorldBeans.class, beans);
        Handlers handlers = context.getBean(HandlerFinder.class).handlers(World.DISPATCH, bots);
        test.getStore(OURS).put(Handlers.class, handlers);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return PARAMETERS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Handlers handlers = test.getStore(OURS).get(Handlers.class, Handlers.class);
        WorldBeans beans = test.getStore(OURS).get(WorldBeans.class, WorldBeans.class);
        World world = test.getStore(OURS).getOrComputeIfAbsent(World.class,
                type -> beans.enter(new World(handlers)), World.class);
        Class<?> type = parameter.getParameter().getType();
        if (type == TestClock.class) {
            return world.clock();
        }
        if (type == Groups.class) {
            return world.groups();
        }
        if (type == Broadcasts.class) {
            return world.line().broadcasts();
        }
        return type == Faults.class ? world.faults() : world.group();
    }
}
