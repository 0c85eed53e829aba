package dev.tertulia.server;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micronaut.context.ApplicationContext;

import dev.tertulia.Line;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.graph.Outcome;
import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.store.Claim;
import dev.tertulia.store.ForwardingInbox;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Stores;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.Sleep;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.turn.TurnSettings;

/** A process whose line loses a thread, because the store throws an error on every claim. */
final class FailingLine {

    static final String REASON = "dispatch of 1001 has ended";

    private static final TurnSettings SETTINGS = new TurnSettings("/", List.of("Tertulia"),
            Duration.ofSeconds(30), 3, Duration.ofSeconds(1), Duration.ofDays(7));

    private FailingLine() {}

    /** Runs it in a separate process until that ends. */
    public static void main(String[] arguments) throws InterruptedException {
        new Lines(List.of(line())).start();
        new CountDownLatch(1).await(2, TimeUnit.MINUTES);
    }

    static Line line() {
        MemoryStore store = new MemoryStore();
        Stores stores = new Stores(failing(store.inbox()), store.outbox(), store.windows(), store.operations(),
                store.ledger(), store.labels(), store.broadcasts(), store.deadLetters(), store.people(), store.tags(),
                store.fleet(), store.stores().agenda(), store.journal());
        try (ApplicationContext context = ApplicationContext.run("failing-line")) {
            return new Line("1001", stores, new Line.WhatsApp(
                    (group, action, callback) -> new Outcome.Accepted("wamid." + callback),
                    new Throttle(lane("messages"), lane("operations"), Sleep.really())),
                    new HandlerRuntime(context.getBean(HandlerFinder.class).handlers(SETTINGS, List.of())),
                    Line.Settings.USUAL,
                    Line.Environment.of("this replica", InstantSource.system(), new RecordingJournal()));
        }
    }

    private static Lane lane(String name) {
        return new Lane(name, 1_000, System::nanoTime);
    }

    private static Inbox failing(Inbox inbox) {
        return new ForwardingInbox(inbox) {
            @Override
            public List<Claim> claim(int atMost, Duration lease) {
                throw new StackOverflowError("for the test");
            }
        };
    }
}
