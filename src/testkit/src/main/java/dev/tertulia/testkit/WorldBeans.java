package dev.tertulia.testkit;

import java.util.List;

import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;

import dev.tertulia.aside.Letters;
import dev.tertulia.aside.PutAside;
import dev.tertulia.bot.Groups;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.broadcast.ForwardingBroadcasts;
import dev.tertulia.business.Business;
import dev.tertulia.business.ForwardingBusiness;
import dev.tertulia.dispatch.HandlerFinder;

/** What bots can take from outside of a turn. They are made before their world, so it leads there once it is made. */
final class WorldBeans {

    private @Nullable World world;

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
                return world().line().broadcasts();
            }
        });
        context.registerSingleton(Groups.class, new WorldGroups(this::world));
        context.registerSingleton(PutAside.class, new PutAside() {
            @Override
            public Letters letters() {
                return world().letters();
            }

            @Override
            public Letters letters(String number) {
                return letters();
            }

            @Override
            public List<Letters> all() {
                return List.of(letters());
            }
        });
    }

    /** Makes the world of these bots. */
    World enter(ApplicationContext context, List<Class<?>> bots) {
        World made = new World(context.getBean(HandlerFinder.class).handlers(World.DISPATCH, bots));
        world = made;
        return made;
    }

    private World world() {
        if (world == null) {
            throw new IllegalStateException("no test runs yet: a bot asks WhatsApp in its handlers, not in its"
                    + " constructor");
        }
        return world;
    }
}
