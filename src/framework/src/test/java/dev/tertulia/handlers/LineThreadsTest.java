package dev.tertulia.handlers;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.Line;
import dev.tertulia.LineThreads;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.graph.Graph;
import dev.tertulia.graph.Outcome;
import dev.tertulia.graph.ScriptedGraph.Asked;
import dev.tertulia.journal.RecordingJournal;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.store.Claim;
import dev.tertulia.store.ForwardingInbox;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Stores;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.LaneKind;
import dev.tertulia.throttle.Sleep;
import dev.tertulia.throttle.Throttle;

import static org.assertj.core.api.Assertions.assertThat;

/** The line with its own threads: it moves by itself, as in the program. */
class LineThreadsTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static CountDownLatch begun;
    private static CountDownLatch over;

    @Bot
    static final class EchoBot {

        @OnCommand("echo {words...}")
        String echo(String words) {
            return words;
        }

        @OnCommand("hang")
        void hang() throws InterruptedException {
            begun.countDown();
            over.await();
        }

        @OnCommand("bye")
        String bye(Group group) {
            group.delete();
            return "Goodbye";
        }

        @OnTimer("tea")
        Notice tea() {
            return Reply.text("tea").orDrop();
        }
    }

    /** A real sleep that tells when somebody waits for long, and whether an interrupt had to end it. */
    private static final class WatchedSleep implements Sleep {

        private final Sleep really = Sleep.really();
        private final CountDownLatch asleep = new CountDownLatch(1);
        private final BlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();

        @Override
        public void forNanos(long nanos) {
            if (nanos > Duration.ofMinutes(1).toNanos()) {
                asleep.countDown();
            }
            try {
                really.forNanos(nanos);
            } catch (CancellationException end) {
                interrupted.add(Thread.currentThread().isInterrupted());
                throw end;
            }
        }

        @Override
        public void end() {
            really.end();
        }
    }

    private final WatchedSleep sleep = new WatchedSleep();
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> renewals = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> dead = new LinkedBlockingQueue<>();
    private final BlockingQueue<Error> errors = new LinkedBlockingQueue<>();
    private final MemoryStore store = new MemoryStore();
    private final Graph graph = (group, action, callback) -> {
        said.add(group + " " + new Asked(group, action, callback).what());
        return new Outcome.Accepted("wamid." + callback);
    };
    private final Line line = new Line(Events.NUMBER,
            new Stores(watched(store.inbox()), store.outbox(), store.windows(), store.operations(),
                    store.ledger(), store.labels(), store.broadcasts(), store.deadLetters(), store.people(),
                    store.tags(), store.fleet(), store.stores().agenda(), store.journal()),
            new Line.WhatsApp(graph, new Throttle(lane("messages"), lane("operations"), sleep)),
            new HandlerRuntime(Bots.found(EchoBot.class)), Line.Settings.USUAL,
            Line.Environment.of("this replica", CLOCK, new RecordingJournal()));
    private final LineThreads threads = LineThreads.start(line, dead::add);

    /** An inbox that tells when claims are kept. */
    private Inbox watched(Inbox inbox) {
        return new ForwardingInbox(inbox) {
            @Override
            public List<Claim> renew(List<Claim> claims, Duration lease) {
                renewals.add("renewed");
                return super.renew(claims, lease);
            }

            @Override
            public List<Claim> claim(int atMost, Duration lease) {
                Error error = errors.poll();
                if (error != null) {
                    throw error;
                }
                return super.claim(atMost, lease);
            }
        };
    }

    @BeforeEach
    void begin() {
        begun = new CountDownLatch(1);
        over = new CountDownLatch(1);
    }

    @AfterEach
    void close() {
        over.countDown();
        threads.close();
    }

    private static Lane lane(String name) {
        return new Lane(name, 1_000, System::nanoTime);
    }

    private static Events in(String group) {
        return Events.in(group).at(CLOCK.instant());
    }

    private void receive(Event... events) {
        line.intake().accept(List.of(events), CLOCK.instant());
    }

    private String heard() throws InterruptedException {
        return said.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void answers() throws InterruptedException {
        receive(in("G").says("/echo one"), in("G").says("/echo two"));

        assertThat(heard()).isEqualTo("G one");
        assertThat(heard()).isEqualTo("G two");
    }

    @Test
    void whatATurnWantsOfBothLanesLeavesInItsOrder() throws InterruptedException {
        receive(in("G").says("/bye"));

        assertThat(heard()).isEqualTo("G Goodbye");
        assertThat(heard()).isEqualTo("G DeleteGroup[]");
    }

    @Test
    void aGroupThatHangsDelaysNoOther() throws InterruptedException {
        receive(in("G").says("/hang"), in("G").says("/echo later"), in("H").says("/echo now"));

        assertThat(heard()).isEqualTo("H now");
    }

    @Test
    void aThreadGoesOnAfterAnError() throws InterruptedException {
        errors.addAll(List.of(new StackOverflowError(), new OutOfMemoryError("for the test")));
        receive(in("G").says("/echo after it"));

        assertThat(heard()).isEqualTo("G after it");
        assertThat(threads.alive()).isTrue();
        assertThat(dead).isEmpty();
    }

    @Test
    void saysWhenAThreadCannotGoOn() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            errors.add(new StackOverflowError());
        }

        assertThat(dead.poll(60, TimeUnit.SECONDS)).isEqualTo("dispatch of " + Events.NUMBER + " has ended");
        assertThat(threads.alive()).isFalse();
    }

    @Test
    void firesTimers() throws InterruptedException {
        receive(in("G").says("hi"));
        line.operator().groups().group("G").startTimer("tea", Duration.ZERO);

        assertThat(heard()).isEqualTo("G tea");
    }

    @Test
    void whoClosesLetsAnotherPumpAtOnce() throws InterruptedException {
        receive(in("G").says("/echo one"));
        heard();
        assertThat(store.outbox().lease("another replica", Duration.ofSeconds(5))).isEmpty();

        threads.close();

        assertThat(store.outbox().lease("another replica", Duration.ofSeconds(5))).isPresent();
    }

    @Test
    void whoClosesDoesNotBeginWhatWaitsForItsPermit() throws InterruptedException {
        line.throttle().pause(Duration.ofHours(1));
        receive(in("G").says("/echo later"));
        sleep.asleep.await();

        threads.close();

        assertThat(sleep.interrupted).containsExactly(false);
        assertThat(store.outbox().due(LaneKind.MESSAGES, CLOCK.instant(), 1)).hasSize(1);
        assertThat(said).isEmpty();
    }

    @Test
    void whoClosesKeepsItsClaimsUntilItsTurnsAreOver() throws InterruptedException {
        receive(in("G").says("/hang"));
        begun.await();

        Thread closing = Thread.ofVirtual().start(threads::close);
        renewals.drainTo(new ArrayList<>());
        assertThat(renewals.poll(10, TimeUnit.SECONDS)).isNotNull();
        assertThat(renewals.poll(10, TimeUnit.SECONDS)).isNotNull();
        over.countDown();
        closing.join();

        assertThat(store.inbox().counts().waiting()).isZero();
    }

    @Test
    void whoStopsHandsGroupsOverAfterTheirPresentTurn() throws InterruptedException {
        receive(in("G").says("/hang"), in("G").says("/echo by another"));
        begun.await();

        line.stop();
        over.countDown();
        threads.close();

        Claim claim = store.inbox().claim(1, Duration.ofSeconds(5)).getFirst();
        assertThat(((GroupMessage) store.inbox().open(claim).event()).text()).isEqualTo("/echo by another");
        assertThat(said).isEmpty();
    }
}
