package dev.tertulia;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.Person;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.costs.Costs;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.graph.ScriptedGraph;
import dev.tertulia.handler.Handlers;
import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.operation.Operations;
import dev.tertulia.operation.UnreliableOperations;
import dev.tertulia.operator.EventLives;
import dev.tertulia.store.RecordingInbox;
import dev.tertulia.store.Stores;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.turn.TurnSettings;
import dev.tertulia.webhook.Intake;
import dev.tertulia.webhook.Receiver;

/** A whole line between an inbox that records and a Graph that follows a script. It moves only when a test says so. */
public final class TestLine {

    private static final double PER_SECOND = 100_000;
    private static final int ENDLESS = 1_000;

    private final MemoryStore store;
    private final RecordingInbox inbox;
    private final UnreliableOperations operations;
    private final ScriptedGraph graph = new ScriptedGraph();
    private final RecordingJournal journal = new RecordingJournal();
    private final ManualClock clock;
    private final Handlers handlers;
    private final TurnSettings dispatch;
    private final Line line;

    /** A line to these handlers. */
    public TestLine(Handlers handlers, TurnSettings dispatch) {
        this(handlers, dispatch, new MemoryStore(Events.NUMBER), new ManualClock());
    }

    private TestLine(Handlers handlers, TurnSettings dispatch, MemoryStore store, ManualClock clock) {
        this.handlers = handlers;
        this.dispatch = dispatch;
        this.store = store;
        this.inbox = new RecordingInbox(store.inbox());
        this.operations = new UnreliableOperations(store.operations());
        this.clock = clock;
        Line.Environment usual = Line.Environment.of("test", clock, journal);
        line = new Line(Events.NUMBER,
                new Stores(inbox, store.outbox(), store.windows(), operations, store.ledger(), store.labels(),
                        store.broadcasts(), store.deadLetters(), store.people(), store.tags(), store.fleet(),
                        store.stores().agenda(), store.journal()),
                new Line.WhatsApp(graph, lanes()), new HandlerRuntime(handlers),
                new Line.Settings(dispatch, Line.Settings.USUAL.outbox(), Line.Settings.USUAL.window(),
                        Line.Settings.USUAL.costs(), Line.Settings.USUAL.backlog(), Line.Settings.USUAL.deadLetters()),
                new Line.Environment("test", clock, RandomGenerator.of("L64X128MixRandom"), usual.json(), journal));
        line.pump().lead();
    }

    /** The program after it was started again: another line over the same stores. */
    public TestLine restarted() {
        return restartedWith(handlers);
    }

    /** The same with other bots. */
    public TestLine restartedWith(Handlers others) {
        line.pump().resign();
        return new TestLine(others, dispatch, store, clock);
    }

    private Throttle lanes() {
        LongSupplier nanos = () -> Duration.between(Events.NOW, clock.instant()).toNanos();
        Lane messages = new Lane("messages", PER_SECOND, nanos);
        Lane operations = new Lane("operations", PER_SECOND, nanos);
        return new Throttle(messages, operations, wait -> clock.advance(Duration.ofNanos(wait)));
    }

    /** Where deliveries come in. */
    public Intake intake() {
        return line.intake();
    }

    /** Brings events in one delivery and lets everything happen that can happen now. */
    public void receive(Event... events) {
        bring(events);
        settle();
    }

    /** Brings events in one delivery, and lets nothing else happen. */
    public void bring(Event... events) {
        line.intake().accept(List.of(events), clock.instant());
    }

    /** Moves the clock, then lets everything happen that can happen by then. */
    public void advance(Duration by) {
        clock.advance(by);
        settle();
    }

    /** Lets everything happen that can happen now. */
    public void settle() {
        for (int step = 0; step < ENDLESS; step++) {
            if (!line.work()) {
                return;
            }
        }
        throw new IllegalStateException("the line does not come to rest");
    }

    /** What left, oldest first. */
    public List<String> said() {
        return graph.said();
    }

    /** What turns failed by, oldest first. */
    public List<Throwable> causes() {
        return journal.causes();
    }

    /** What the journal says of such steps, oldest first. */
    public List<String> journal(Step step) {
        return journal.details(step);
    }

    /** The codes of messages that failed after WhatsApp had taken them on, oldest first. */
    public List<Integer> lateFailures() {
        return journal.failures();
    }

    /** What was put aside; payloads can be read again. */
    public DeadLetters letters() {
        return line.operator().deadLetters(
                new Receiver(List.of("secret"), List.of(intake()), Line.Environment.of("test", clock, journal).json(),
                        clock, journal));
    }

    /** The lives of its events. */
    public EventLives events() {
        return line.operator().events();
    }

    public RecordingInbox inbox() {
        return inbox;
    }

    public ScriptedGraph graph() {
        return graph;
    }

    public ManualClock clock() {
        return clock;
    }

    /** The next change of an operation cannot be written. */
    public void loseNextChange() {
        operations.loseNextChange();
    }

    /** What was asked for and how it ended. */
    public Operations operations() {
        return line.operator().operations();
    }

    /** Asks for a new group outside of any turn. */
    public Operation create(NewGroup wanted) {
        return line.operator().groups().create(wanted);
    }

    /** What its deliveries cost. */
    public Costs costs() {
        return line.operator().costs();
    }

    /** One notice to many groups. */
    public Broadcasts broadcasts() {
        return line.operator().broadcasts();
    }

    /** A group to act on outside of any turn. */
    public Group group(String id) {
        return line.operator().groups().group(id);
    }

    /** The private chat of a person, to act on outside of any turn. */
    public Person person(Member member) {
        return line.operator().groups().person(member);
    }
}
