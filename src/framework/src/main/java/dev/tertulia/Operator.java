package dev.tertulia;

import dev.tertulia.bot.Groups;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.costs.Costs;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.graph.Graph;
import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.number.NumberContext;
import dev.tertulia.number.Wakeups;
import dev.tertulia.operation.Operations;
import dev.tertulia.operator.EventLives;
import dev.tertulia.operator.KnownGroups;
import dev.tertulia.operator.NumberBroadcasts;
import dev.tertulia.operator.NumberDeadLetters;
import dev.tertulia.store.Fleet;
import dev.tertulia.store.Stores;
import dev.tertulia.turn.NumberGroups;
import dev.tertulia.webhook.QuarantineReplayer;

/**
 * What an operator sees of a phone number and can do with it: costs, broadcasts, groups, operations and dead letters. It
 * works on the stores alone, so it also serves a command line that runs next to the processes of the lines.
 */
public final class Operator {

    private final NumberContext number;
    private final Stores stores;
    private final Line.Settings settings;
    private final Costs costs;
    private final Operations operations;
    private final GroupFactsSource facts;
    private final NumberGroups groups;
    private final Broadcasts broadcasts;
    private final KnownGroups knownGroups;

    /** An operator of a phone number. */
    public Operator(NumberContext number, Stores stores, Line.Settings settings, Graph graph, Wakeups wakeups) {
        this.number = number;
        this.stores = stores;
        this.settings = settings;
        this.costs = new Costs(stores.ledger(), settings.costs(), number.clock());
        this.operations = new Operations(number, stores.operations(), settings.outbox().operationDeadline(),
                wakeups.mail());
        this.facts = new GroupFactsSource(graph, stores.windows());
        this.groups = new NumberGroups(number, stores, operations, facts, settings.dispatch(), wakeups.sends());
        this.knownGroups = new KnownGroups(stores.broadcasts(), stores.windows(), number.json());
        this.broadcasts = new NumberBroadcasts(number, stores.broadcasts(), stores.labels(), knownGroups,
                settings.window(), costs);
    }

    /** The phone number id. */
    public String number() {
        return number.number();
    }

    /** The cost of the number's deliveries. */
    public Costs costs() {
        return costs;
    }

    /** The number's broadcasts. */
    public Broadcasts broadcasts() {
        return broadcasts;
    }

    /** The number's groups, to act on without an event in hand. */
    public Groups groups() {
        return groups;
    }

    /** The number's groups with their stored facts, to look at many. */
    public KnownGroups knownGroups() {
        return knownGroups;
    }

    /** The counters and logs of bots. */
    public Fleet fleet() {
        return stores.fleet();
    }

    /** The operations on groups and their results. */
    public Operations operations() {
        return operations;
    }

    /**
     * The number's dead letters.
     *
     * @param replayer takes in quarantined payloads that are retried
     */
    public DeadLetters deadLetters(QuarantineReplayer replayer) {
        return new NumberDeadLetters(number, stores.deadLetters(), stores.windows(), settings.window(), replayer,
                stores.journal());
    }

    /** The lives of the number's events. */
    public EventLives events() {
        return new EventLives(stores.journal(), number.json());
    }

    GroupFactsSource facts() {
        return facts;
    }
}
