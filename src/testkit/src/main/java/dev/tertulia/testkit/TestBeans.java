package dev.tertulia.testkit;

import java.time.Duration;
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
import dev.tertulia.fleet.Counters;
import dev.tertulia.fleet.ForwardingCounters;
import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.Logs;
import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.turn.TurnSettings;

/** Beans for bots under test. Bots are created before their bench, so the beans delegate to it once it exists. */
final class TestBeans {

    private @Nullable TestBench bench;

    void register(ApplicationContext context) {
        context.registerSingleton(Groups.class, TestGroups.ofOnlyNumber(this::bench));
        context.registerSingleton(Business.class, new ForwardingBusiness() {
            @Override
            public Business of(String number) {
                return bench().number(number).business();
            }

            @Override
            protected Business answering() {
                return bench().onlyNumber().business();
            }
        });
        context.registerSingleton(Broadcasts.class, new ForwardingBroadcasts() {
            @Override
            public Broadcasts of(String number) {
                return bench().number(number).line().operator().broadcasts();
            }

            @Override
            protected Broadcasts answering() {
                return bench().onlyNumber().line().operator().broadcasts();
            }
        });
        context.registerSingleton(Counters.class, new ForwardingCounters() {
            @Override
            public Counters of(String number) {
                return bench().number(number).line().operator().fleet().counters();
            }

            @Override
            protected Counters answering() {
                return bench().onlyNumber().line().operator().fleet().counters();
            }
        });
        context.registerSingleton(Logs.class, new Logs() {
            @Override
            public Logs of(String number) {
                return bench().number(number).line().operator().fleet().logs();
            }

            @Override
            public Log log(String name, Duration keep) {
                return bench().onlyNumber().line().operator().fleet().logs().log(name, keep);
            }
        });
        context.registerSingleton(DeadLetters.class, new ForwardingDeadLetters() {
            @Override
            public DeadLetters of(String number) {
                return bench().deadLetters(bench().number(number));
            }

            @Override
            protected DeadLetters answering() {
                return bench().deadLetters(bench().onlyNumber());
            }
        });
    }

    /** Creates the bench of these bots. */
    TestBench enter(ApplicationContext context, List<Class<?>> bots, List<String> numbers) {
        TurnSettings turns = TestSettings.of(context.getEnvironment());
        TestBench made = new TestBench(context.getBean(HandlerFinder.class).handlers(turns, bots), turns, numbers);
        bench = made;
        return made;
    }

    private TestBench bench() {
        if (bench == null) {
            throw new IllegalStateException("no test is running yet: a bot calls WhatsApp in its handlers, not in its"
                    + " constructor");
        }
        return bench;
    }
}
