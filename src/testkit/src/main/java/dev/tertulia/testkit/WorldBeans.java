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

/** What bots can take from outside of a turn. The bots live as long as their test class, so it leads to the world of now. */
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

    World enter(World next) {
        world = next;
        return next;
    }

    private World world() {
        if (world == null) {
            throw new IllegalStateException("no test runs; a test that asks WhatsApp takes a TestGroup");
        }
        return world;
    }
}
