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

import dev.tertulia.bot.Groups;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.costs.CostSettings;
import dev.tertulia.costs.Costs;
import dev.tertulia.costs.Ledger;
import dev.tertulia.dispatch.AccountStanding;
import dev.tertulia.dispatch.DispatchSettings;
import dev.tertulia.dispatch.Dispatcher;
import dev.tertulia.dispatch.Handlers;
import dev.tertulia.dispatch.NumberGroups;
import dev.tertulia.dispatch.ReportSettler;
import dev.tertulia.dispatch.Schedules;
import dev.tertulia.dispatch.SendHooks;
import dev.tertulia.graph.Graph;
import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.journal.Journal;
import dev.tertulia.number.NumberContext;
import dev.tertulia.number.NumberJournal;
import dev.tertulia.operation.OperationStore;
import dev.tertulia.operation.Operations;
import dev.tertulia.operator.BroadcastPump;
import dev.tertulia.operator.CostEstimator;
import dev.tertulia.operator.DeadLetterSettings;
import dev.tertulia.operator.NumberBroadcasts;
import dev.tertulia.operator.NumberDeadLetters;
import dev.tertulia.operator.RetentionMonitor;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.outbox.OutboxParts;
import dev.tertulia.outbox.OutboxSettings;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Pump;
import dev.tertulia.store.BroadcastStore;
import dev.tertulia.store.DeadLetterStore;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Labels;
import dev.tertulia.store.PeopleDirectory;
import dev.tertulia.store.Stores;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.webhook.Intake;
import dev.tertulia.webhook.QuarantineReplayer;
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
    private final ReportSettler reports;
    private final NumberGroups groups;
    private final Backlog backlog;
    private final Broadcasts broadcasts;
    private final BroadcastPump feeder;
    private final Schedules schedules;
    private final RetentionMonitor watch;
    private final Function<QuarantineReplayer, NumberDeadLetters> letters;
    private final Signal mail = new Signal();
    private final Signal sends = new Signal();

    /** How the line behaves. */
    public record Settings(DispatchSettings dispatch, OutboxSettings outbox, WindowRule window, CostSettings costs,
            BacklogSettings backlog, DeadLetterSettings deadLetters) {

        /** The settings unless configured. */
        public static final Settings USUAL = new Settings(DispatchSettings.USUAL, OutboxSettings.USUAL,
                new WindowRule(WindowRule.USUAL_MARGIN), CostSettings.USUAL, BacklogSettings.USUAL,
                DeadLetterSettings.USUAL);
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
                costs, graph, settings.outbox(), operations, around.clock(), around.journal(), standing,
                new SendHooks(handlers, settings.dispatch())),
                around.owner(),
                around.random());
        GroupFactsSource registry = new GroupFactsSource(graph, stores.windows());
        this.dispatcher = new Dispatcher(new Dispatcher.Parts(number, stores.inbox(), stores.labels(), outbox, handlers,
                settings.dispatch(), around.json(), around.clock(), around.journal(), registry, stores.people(),
                sends::wake, mail::wake));
        this.reports = new ReportSettler(
                new NumberContext(number, around.clock(), new NumberJournal(number, around.journal()), around.json()),
                stores.inbox(), outbox, handlers, registry);
        this.groups = new NumberGroups(new NumberGroups.Parts(number, outbox, stores.inbox(), stores.labels(),
                settings.dispatch(), around.json(), around.clock(), registry, operations, sends::wake));
        this.schedules = new Schedules(number, stores.inbox(), handlers, around.json(), around.clock());
        this.backlog = new Backlog(number, stores.inbox(), stores.outbox(), settings.backlog(), around.journal());
        this.feeder = new BroadcastPump(stores.broadcasts(), around.clock());
        this.broadcasts = new NumberBroadcasts(new NumberBroadcasts.Parts(number, stores.broadcasts(), stores.labels(),
                new CostEstimator(stores.broadcasts(), settings.window(), costs, around.clock(), around.json()),
                around.clock(), around.journal()));
        this.watch = new RetentionMonitor(number, stores.deadLetters(), settings.deadLetters(), around.clock(),
                around.journal());
        this.letters = rereading -> new NumberDeadLetters(
                new NumberDeadLetters.Parts(number, stores.deadLetters(), stores.windows(),
                        settings.window(), rereading, around.clock(), around.journal()));
    }

    /** The phone number id. */
    public String number() {
        return number;
    }

    /** Where deliveries come in. */
    public Intake intake() {
        return new Intake(number, stores.inbox(), reports, backlog::full, () -> {
            mail.wake();
            sends.wake();
        });
    }

    /** The groups of the number, to act on without an event in hand. */
    public Groups groups() {
        return groups;
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
    public NumberDeadLetters letters(QuarantineReplayer rereading) {
        return letters.apply(rereading);
    }

    /** Who keeps what is put aside within its bounds. */
    public RetentionMonitor watch() {
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
