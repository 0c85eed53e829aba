package dev.tertulia.testkit;

import java.util.List;

import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Groups;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.broadcast.ForwardingBroadcasts;
import dev.tertulia.business.Business;
import dev.tertulia.business.ForwardingBusiness;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.deadletter.ForwardingDeadLetters;
import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.turn.TurnSettings;

/** Beans for bots under test. Bots are created before their bench, so the beans delegate to it once it exists. */
final class TestBeans {

    private @Nullable TestBench world;

    void register(ApplicationContext context) {
        context.registerSingleton(Business.class, new ForwardingBusiness() {
            @Override
            protected Business answering() {
                return world().business();
            }
        });
        context.registerSingleton(Broadcasts.class, new ForwardingBroadcasts() {
            @Override
            protected Broadcasts answering() {
                return world().line().operator().broadcasts();
            }
        });
        context.registerSingleton(Groups.class, new TestGroups(this::world));
        context.registerSingleton(DeadLetters.class, new ForwardingDeadLetters() {
            @Override
            protected DeadLetters answering() {
                return world().letters();
            }
        });
    }

    /** Creates the bench of these bots. */
    TestBench enter(ApplicationContext context, List<Class<?>> bots) {
        TurnSettings dispatch = TestSettings.of(context.getEnvironment());
        TestBench made = new TestBench(context.getBean(HandlerFinder.class).handlers(dispatch, bots), dispatch);
        world = made;
        return made;
    }

    private TestBench world() {
        if (world == null) {
            throw new IllegalStateException("no test is running yet: a bot calls WhatsApp in its handlers, not in its"
                    + " constructor");
        }
        return world;
    }
}
