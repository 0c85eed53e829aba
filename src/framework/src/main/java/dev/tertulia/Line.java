package dev.tertulia;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.tertulia.Duty.When;
import dev.tertulia.costs.CostSettings;
import dev.tertulia.dispatch.Dispatcher;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.dispatch.NumberBots;
import dev.tertulia.graph.Graph;
import dev.tertulia.journal.Journal;
import dev.tertulia.number.NumberContext;
import dev.tertulia.number.NumberJournal;
import dev.tertulia.number.Wakeups;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.outbox.OutboxSettings;
import dev.tertulia.outbox.Pump;
import dev.tertulia.outbox.Replica;
import dev.tertulia.outbox.SendChannel;
import dev.tertulia.outbox.SendRules;
import dev.tertulia.store.Stores;
import dev.tertulia.throttle.LaneKind;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.turn.AccountStanding;
import dev.tertulia.turn.PrivateChatResolver;
import dev.tertulia.turn.TurnSettings;
import dev.tertulia.webhook.Intake;
import dev.tertulia.webhook.Reports;
import dev.tertulia.window.WindowRule;

/**
 * The line of one phone number, put together: intake, mailboxes, dispatcher, outbox, pump. It has no threads of its own:
 * {@link LineThreads} drives it, or a test does, step by step.
 */
public final class Line {

    private static final int TIMERS_AT_ONCE = 100;
    private static final int BATCHES_OF_TIMERS = 20;

    private final NumberContext number;
    private final Stores stores;
    private final Throttle throttle;
    private final Operator operator;
    private final AccountStanding standing;
    private final Outbox outbox;
    private final Dispatcher dispatcher;
    private final Reports reports;
    private final Backlog backlog;
    private final BroadcastPump feeder;
    private final List<Duty> duties;
    private final WakeSignal mail = new WakeSignal();
    private final WakeSignal sends = new WakeSignal();
    private final Wakeups wakeups = new Wakeups(mail, sends);

    /** How the line behaves. */
    public record Settings(TurnSettings dispatch, OutboxSettings outbox, WindowRule window, CostSettings costs,
            BacklogSettings backlog, DeadLetterSettings deadLetters) {

        /** The settings unless configured. */
        public static final Settings USUAL = new Settings(TurnSettings.USUAL, OutboxSettings.USUAL,
                new WindowRule(WindowRule.USUAL_MARGIN), CostSettings.USUAL, BacklogSettings.USUAL,
                DeadLetterSettings.USUAL);
    }

    /**
     * The process that a line runs in.
     *
     * @param owner  the name of this process, unique among the replicas
     * @param random for the jitter of pauses
     */
    public record Environment(String owner, InstantSource clock, RandomGenerator random, ObjectMapper json,
            Journal journal) {

        /**
         * Ignores unknown properties, because stored state outlives the code that wrote it. Shared: slow to warm up.
         */
        private static final ObjectMapper JSON = JsonMapper.builder()
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS).addModules(new JavaTimeModule(), new Jdk8Module())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        private static final int TYPES = 200;

        public Environment {
            journal = Journal.unfailing(journal);
        }

        /** An environment with real randomness. */
        public static Environment of(String owner, InstantSource clock, Journal journal) {
            return new Environment(owner, clock, new Random(), JSON, journal);
        }

        /** An environment whose mapper is not shared, so that the classes of bots can be unloaded after it. */
        public static Environment unshared(String owner, InstantSource clock, Journal journal) {
            LookupCache<Object, JavaType> types = new LRUMap<>(TYPES, TYPES);
            return new Environment(owner, clock, new Random(),
                    JSON.copy().setTypeFactory(JSON.getTypeFactory().withCache(types)), journal);
        }

        /** The context that all parts of a number's line share. */
        public NumberContext number(String id) {
            return new NumberContext(id, clock, new NumberJournal(id, journal), json);
        }
    }

    /**
     * WhatsApp, as one number reaches it.
     *
     * @param graph    the Graph API
     * @param throttle the lanes that keep its rate limits
     */
    public record WhatsApp(Graph graph, Throttle throttle) {}

    /** Assembles the line of a phone number id. */
    public Line(String id, Stores stores, WhatsApp whatsApp, HandlerRuntime handlers, Settings settings,
            Environment environment) {
        this.number = environment.number(id);
        this.stores = stores;
        this.throttle = whatsApp.throttle();
        this.operator = new Operator(number, stores, settings, whatsApp.graph(), wakeups);
        this.standing = new AccountStanding(id, stores.inbox(), number.json(), number.clock());
        NumberBots bots = new NumberBots(number, stores, operator.facts(), handlers, settings.dispatch(), wakeups);
        this.outbox = new Outbox(number, stores.outbox(),
                new SendRules(stores.windows(), settings.window(), operator.costs(), standing,
                        bots.outgoingFilter(), bots.followUps()),
                new SendChannel(whatsApp.graph(), throttle, operator.operations()), settings.outbox(),
                new Replica(environment.owner(), environment.random(), wakeups.sends()));
        this.dispatcher = bots.dispatcher(outbox);
        this.reports = bots.reports(outbox);
        this.backlog = new Backlog(id, stores.inbox(), stores.outbox(), settings.backlog(),
                number.journal().journal());
        this.feeder = new BroadcastPump(stores.broadcasts(), number.clock());
        this.duties = duties(bots.schedules(), settings);
    }

    /** The periodic duties, in the order in which they run. */
    private List<Duty> duties(Runnable schedules, Settings settings) {
        RetentionMonitor retention = new RetentionMonitor(number.number(), stores.deadLetters(),
                settings.deadLetters(), number.clock(), number.journal().journal());
        return List.of(Duty.of("renew claims", When.ALWAYS, dispatcher::renew),
                Duty.of("look for work", When.ALWAYS, this::look),
                Duty.of("release held messages", When.LEADING, () -> pump().releaseOverheld()),
                new Duty("expire operations", When.LEADING, () -> operator.operations().expire()),
                Duty.of("plan schedules", When.LEADING, schedules),
                Duty.of("trim dead letters", When.LEADING, retention::look),
                new Duty("fire timers", When.TAKING, this::fireTimers),
                new Duty("feed broadcasts", When.LEADING, this::feed));
    }

    /** Gives the signals that may have been lost, such as those of another process. */
    private void look() {
        backlog.look();
        Backlog.Seen seen = backlog.seen();
        if (seen.mail().waiting() > 0) {
            mail.wake();
        }
        if (seen.sends().dueSince() != null) {
            sends.in(Duration.between(number.now(), seen.sends().dueSince()));
        }
    }

    Instant now() {
        return number.now();
    }

    /** Gives all signals: another process has stored work for this one. */
    void wake() {
        mail.wake();
        sends.wake();
    }

    /** Returns whether there may be more. A lease that has to be renewed does not wait for all of them. */
    private boolean fireTimers() {
        int fired = 1;
        for (int batch = 0; batch < BATCHES_OF_TIMERS && fired > 0; batch++) {
            fired = stores.inbox().fireTimers(number.now(), TIMERS_AT_ONCE);
            if (fired > 0) {
                mail.wake();
            }
        }
        return fired > 0;
    }

    private boolean feed() {
        boolean fed = feeder.feed(pump().fence());
        if (fed) {
            sends.wake();
        }
        return fed;
    }

    /**
     * Does once whatever can be done now, on the caller's thread: takes the pump's lease, does every duty, handles what
     * is in mailboxes, sends what may leave. For tests; {@link LineThreads} does the same side by side.
     *
     * @return whether there may be more to do right away
     */
    public boolean work() {
        boolean leading = pump().lead();
        boolean worked = false;
        for (Duty duty : duties) {
            worked |= (leading || duty.when() != When.LEADING) && duty.action().getAsBoolean();
        }
        worked |= dispatcher.dispatch(Runnable::run) > 0;
        for (LaneKind lane : LaneKind.values()) {
            worked |= pump().pump(lane, Runnable::run) > 0;
        }
        return worked;
    }

    List<Duty> duties() {
        return duties;
    }

    /** The phone number id. */
    public String number() {
        return number.number();
    }

    /** The intake of deliveries. */
    public Intake intake() {
        return new Intake(number(), stores.inbox(), reports, backlog::full, dispatcher)
                .with(new PrivateChatResolver(stores.people(), number.clock()));
    }

    /** The operator's view of the number. */
    public Operator operator() {
        return operator;
    }

    /** Runs the turns of this process. */
    Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Claims nothing from now on; a group in hand goes to another replica after its present turn. */
    public void stop() {
        dispatcher.stop();
    }

    /** Whether nothing is in hand and no event waits; sends may. */
    public boolean isIdle() {
        return dispatcher.inHand() == 0 && stores.inbox().counts().waiting() == 0
                && stores.outbox().counts().apart().inHand() == 0;
    }

    /** Sends, if this process has the lease. */
    public Pump pump() {
        return outbox.pump();
    }

    /** The stores of the number. */
    public Stores stores() {
        return stores;
    }

    /** The number's work that waits. */
    public Backlog backlog() {
        return backlog;
    }

    /** The standing of the account with WhatsApp. */
    public AccountStanding standing() {
        return standing;
    }

    /** The lanes of the number. */
    public Throttle throttle() {
        return throttle;
    }

    /** Wakes the thread that waits for events. */
    WakeSignal mail() {
        return mail;
    }

    /** Wakes the threads that wait for entries to send. */
    WakeSignal sends() {
        return sends;
    }
}
