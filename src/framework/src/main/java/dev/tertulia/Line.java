package dev.tertulia;

import java.time.InstantSource;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.tertulia.aside.AsideSettings;
import dev.tertulia.aside.AsideStore;
import dev.tertulia.aside.Letters;
import dev.tertulia.aside.Rereading;
import dev.tertulia.aside.Watch;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.broadcast.BroadcastStore;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.broadcast.Feeder;
import dev.tertulia.broadcast.Forecast;
import dev.tertulia.broadcast.NumberBroadcasts;
import dev.tertulia.costs.CostSettings;
import dev.tertulia.costs.Costs;
import dev.tertulia.costs.Ledger;
import dev.tertulia.dispatch.AccountStanding;
import dev.tertulia.dispatch.DirectGroups;
import dev.tertulia.dispatch.DispatchSettings;
import dev.tertulia.dispatch.Dispatcher;
import dev.tertulia.dispatch.Handlers;
import dev.tertulia.dispatch.Schedules;
import dev.tertulia.graph.Graph;
import dev.tertulia.inbox.Backlog;
import dev.tertulia.inbox.BacklogSettings;
import dev.tertulia.inbox.Directory;
import dev.tertulia.inbox.Inbox;
import dev.tertulia.inbox.Labels;
import dev.tertulia.journal.Journal;
import dev.tertulia.message.Operation;
import dev.tertulia.operation.OperationStore;
import dev.tertulia.operation.Operations;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.outbox.OutboxParts;
import dev.tertulia.outbox.OutboxSettings;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Pump;
import dev.tertulia.registry.Registry;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.webhook.Receiver;
import dev.tertulia.window.WindowRule;
import dev.tertulia.window.Windows;

/**
 * The line of one phone number, put together: door → inbox → dispatcher → outbox → pump. It has no threads of its
 * own; {@link LineThreads} drives it, or a test does, step by step.
 */
public final class Line {

    private final String number;
    private final Stores stores;
    private final Throttle throttle;
    private final Operations operations;
    private final Costs costs;
    private final AccountStanding standing;
    private final Outbox outbox;
    private final Dispatcher dispatcher;
    private final DirectGroups groups;
    private final Backlog backlog;
    private final Broadcasts broadcasts;
    private final Feeder feeder;
    private final Schedules schedules;
    private final Watch watch;
    private final Function<Rereading, Letters> letters;
    private final Signal mail = new Signal();
    private final Signal sends = new Signal();

    /** What is kept, in memory or in Redis. */
    public record Stores(Inbox inbox, OutboxStore outbox, Windows windows, OperationStore operations,
            Ledger ledger, Labels labels, BroadcastStore broadcasts, AsideStore aside,
            Directory people) {}

    /** How the line behaves. */
    public record Settings(DispatchSettings dispatch, OutboxSettings outbox, WindowRule window, CostSettings costs,
            BacklogSettings backlog, AsideSettings aside) {

        /** The settings unless configured. */
        public static final Settings USUAL = new Settings(DispatchSettings.USUAL, OutboxSettings.USUAL,
                new WindowRule(WindowRule.USUAL_MARGIN), CostSettings.USUAL, BacklogSettings.USUAL,
                AsideSettings.USUAL);
    }

    /**
     * What surrounds the line.
     *
     * @param owner  name of this process, unique among the replicas
     * @param random for the jitter of pauses
     */
    public record Surroundings(String owner, InstantSource clock, RandomGenerator random, ObjectMapper json,
            Journal journal) {

        /** Forgives what it does not know, since what bots remember grows older than they. Costly to warm up, so one. */
        private static final ObjectMapper JSON = JsonMapper.builder().addModules(new JavaTimeModule(), new Jdk8Module())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

        public Surroundings {
            journal = Journal.unfailing(journal);
        }

        /** Surroundings with real chance. */
        public static Surroundings of(String owner, InstantSource clock, Journal journal) {
            return new Surroundings(owner, clock, new Random(), JSON, journal);
        }
    }

    /** Assembles the line of a number. */
    public Line(String number, Stores stores, Graph graph, Throttle throttle, Handlers handlers, Settings settings,
            Surroundings around) {
        this.number = number;
        this.stores = stores;
        this.throttle = throttle;
        this.operations = new Operations(new Operations.Parts(number, stores.operations(),
                settings.outbox().operationDeadline(), around.clock(), around.journal(), mail::wake));
        this.costs = new Costs(stores.ledger(), settings.costs(), around.clock());
        this.standing = new AccountStanding(number, stores.inbox(), around.json(), around.clock());
        this.outbox = new Outbox(new OutboxParts(number, stores.outbox(), stores.windows(), settings.window(), throttle,
                costs, graph, settings.outbox(), operations, around.clock(), around.journal(), standing),
                around.owner(),
                around.random());
        Registry registry = new Registry(graph, stores.windows());
        this.dispatcher = new Dispatcher(new Dispatcher.Parts(number, stores.inbox(), stores.labels(), outbox, handlers,
                settings.dispatch(), around.json(), around.clock(), around.journal(), registry, stores.people(),
                sends::wake, mail::wake));
        this.groups = new DirectGroups(new DirectGroups.Parts(number, outbox, stores.inbox(), stores.labels(),
                settings.dispatch(), around.json(), around.clock(), registry, sends::wake));
        this.schedules = new Schedules(number, stores.inbox(), handlers, around.json(), around.clock());
        this.backlog = new Backlog(number, stores.inbox(), stores.outbox(), settings.backlog(), around.journal());
        this.feeder = new Feeder(stores.broadcasts(), around.clock());
        this.broadcasts = new NumberBroadcasts(new NumberBroadcasts.Parts(number, stores.broadcasts(), stores.labels(),
                new Forecast(stores.broadcasts(), settings.window(), costs, around.clock(), around.json()),
                around.clock(), around.journal()));
        this.watch = new Watch(number, stores.aside(), settings.aside(), around.clock(), around.journal());
        this.letters = rereading -> new Letters(new Letters.Parts(number, stores.aside(), stores.windows(),
                settings.window(), rereading, around.clock(), around.journal()));
    }

    /** The phone number id. */
    public String number() {
        return number;
    }

    /** Where deliveries come in. */
    public Receiver.Door door() {
        return new Receiver.Door(number, stores.inbox(), backlog::full, mail::wake);
    }

    /** A group to act on without an event in hand. */
    public Group group(String id) {
        return groups.group(id);
    }

    /** Asks for a new group without an event in hand; its end comes to the account's conversation. */
    public Operation create(NewGroup group) {
        return groups.create(group);
    }

    /** One notice to many groups. */
    public Broadcasts broadcasts() {
        return broadcasts;
    }

    /** What comes again at certain times. */
    public Schedules schedules() {
        return schedules;
    }

    /** Moves what there is room for from broadcasts to the outbox, if this process has the pump's lease. */
    public boolean feed() {
        boolean fed = feeder.feed(pump().fence());
        if (fed) {
            sends.wake();
        }
        return fed;
    }

    /** What was asked of WhatsApp and how it ended. */
    public Operations operations() {
        return operations;
    }

    /** Who claims groups and runs their turns. */
    public Dispatcher dispatcher() {
        return dispatcher;
    }

    /** Whether nothing is in hand and no event waits; sends may. */
    public boolean isIdle() {
        return dispatcher.inHand() == 0 && stores.inbox().counts().waiting() == 0
                && stores.outbox().counts().apart().inHand() == 0;
    }

    /** Who sends. */
    public Pump pump() {
        return outbox.pump();
    }

    /** What is kept. */
    public Stores stores() {
        return stores;
    }

    /** What waits to be done. */
    public Backlog backlog() {
        return backlog;
    }

    /** How the account stands with WhatsApp. */
    public AccountStanding standing() {
        return standing;
    }

    /** What its deliveries cost. */
    public Costs costs() {
        return costs;
    }

    /**
     * What was put aside, for an operator.
     *
     * @param rereading takes payloads in that could not be read before
     */
    public Letters letters(Rereading rereading) {
        return letters.apply(rereading);
    }

    /** Who keeps what is put aside within its bounds. */
    public Watch watch() {
        return watch;
    }

    /** The lanes. */
    public Throttle throttle() {
        return throttle;
    }

    /** Wakes whoever waits for mail. */
    Signal mail() {
        return mail;
    }

    /** Wakes whoever waits for something to send. */
    Signal sends() {
        return sends;
    }
}
