package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.ManualClock;
import dev.tertulia.action.Action;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Template;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.costs.CostSettings;
import dev.tertulia.costs.Costs;
import dev.tertulia.graph.Graph;
import dev.tertulia.graph.ScriptedGraph;
import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.number.NumberContext;
import dev.tertulia.number.NumberJournal;
import dev.tertulia.operation.Operations;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.LaneKind;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.window.WindowRule;

/** An outbox whose Graph follows a script and whose clock is moved by hand. */
final class OutboxBench {

    static final WhenShut TEMPLATE = new WhenShut.UseTemplate(Template.of("hello"));
    static final WhenShut HOLD = new WhenShut.Hold(Duration.ofHours(12));
    static final WhenShut DROP = new WhenShut.Drop();

    private static final double PER_SECOND = 100_000;
    private static final int ENDLESS = 1_000;

    final ManualClock clock = new ManualClock();
    final MemoryStore store = new MemoryStore();
    final ScriptedGraph graph = new ScriptedGraph();
    final RecordingJournal journal = new RecordingJournal();
    final Lane messages = new Lane("messages", PER_SECOND, this::nanos);
    final Lane operations = new Lane("operations", PER_SECOND, this::nanos);
    final Costs costs;
    final Outbox outbox;
    private int lastId;

    OutboxBench() {
        this(CostSettings.USUAL);
    }

    OutboxBench(CostSettings settings) {
        costs = new Costs(store.ledger(), settings, clock);
        outbox = outbox("this replica", graph);
        outbox.pump().lead();
    }

    private long nanos() {
        return Duration.between(Events.NOW, clock.instant()).toNanos();
    }

    /** Another outbox over the same store, as another replica has it. */
    Outbox outbox(String owner, Graph itsGraph) {
        Throttle throttle = new Throttle(messages, operations, nanos -> clock.advance(Duration.ofNanos(nanos)));
        return new Outbox(context(), store.outbox(),
                new SendRules(store.windows(), new WindowRule(WindowRule.USUAL_MARGIN), costs),
                new SendChannel(itsGraph, throttle, operations()), OutboxSettings.USUAL,
                new Replica(owner, new Random(1)));
    }

    NumberContext context() {
        return new NumberContext(Events.NUMBER, clock, new NumberJournal(Events.NUMBER, journal), new ObjectMapper());
    }

    Operations operations() {
        return new Operations(context(), store.operations(), OutboxSettings.USUAL.operationDeadline(), () -> {});
    }

    /** Opens a group's window as somebody's message does. */
    void opens(String group) {
        happens(Events.in(group).at(clock.instant()).says("hi"));
    }

    /** Lets an event come in. */
    void happens(Event event) {
        store.inbox().accept(List.of(event), clock.instant());
        outbox.settle(event);
        outbox.release(event);
        settle();
    }

    /** Puts words into the outbox; what it returns is their id. */
    String add(String group, String words, WhenShut whenShut) {
        return add(group, words, whenShut, Priority.REPLY);
    }

    String add(String group, String words, WhenShut whenShut, Priority priority) {
        return add(group, new Message.FreeForm(new Body.Text(words), null), priority, whenShut, null);
    }

    String add(String group, Action action, Priority priority, @Nullable WhenShut whenShut, @Nullable Instant expires) {
        String id = "send" + ++lastId;
        store.outbox().add(new Send(id, group, action, priority, whenShut, clock.instant(), expires, Progress.NONE));
        return id;
    }

    /** Sends all that can be sent now. */
    void settle() {
        for (int step = 0; step < ENDLESS; step++) {
            outbox.pump().releaseOverheld();
            if (outbox.pump().pump(LaneKind.MESSAGES, Runnable::run)
                    + outbox.pump().pump(LaneKind.OPERATIONS, Runnable::run) == 0) {
                return;
            }
        }
        throw new IllegalStateException("the outbox does not come to rest");
    }

    /** Moves the clock, then sends all that can be sent by then. */
    void advance(Duration by) {
        clock.advance(by);
        settle();
    }

    List<String> said() {
        return graph.said();
    }

    /** The same with the group before it. */
    List<String> saidWhere() {
        List<String> said = new ArrayList<>();
        graph.asked().forEach(asked -> said.add(asked.group() + " " + asked.what()));
        return said;
    }

    List<String> journal(Step step) {
        return journal.details(step);
    }
}
