package dev.tertulia.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.tertulia.Line;
import dev.tertulia.aside.Letters;
import dev.tertulia.bot.Groups;
import dev.tertulia.business.Business;
import dev.tertulia.dispatch.DispatchSettings;
import dev.tertulia.dispatch.Handlers;
import dev.tertulia.emulator.Cloud;
import dev.tertulia.emulator.CloudSettings;
import dev.tertulia.emulator.Faults;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.graph.GraphBusiness;
import dev.tertulia.graph.GraphClient;
import dev.tertulia.graph.GraphSettings;
import dev.tertulia.journal.Journal;
import dev.tertulia.memory.MemoryStore;
import dev.tertulia.outbox.LaneKind;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.webhook.Receiver;

/** An emulated WhatsApp and a line in front of it, joined without sockets and without threads. */
final class World {

    static final DispatchSettings DISPATCH = new DispatchSettings("/", List.of(), Duration.ofSeconds(10),
            DispatchSettings.USUAL.attempts(), Duration.ZERO, DispatchSettings.USUAL.replyHold());

    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final double PER_SECOND = 100_000;
    private static final int ENDLESS = 100_000;
    private static final int TIMERS_AT_ONCE = 100;

    private final MovableClock clock = MovableClock.stoppedAt(MORNING);
    private final CloudSettings account = CloudSettings.demo();
    private final Cloud cloud = new Cloud(account, clock);
    private final Business business;
    private final Line line;
    private final Receiver receiver;
    private final TestGroup group;

    World(Handlers handlers) {
        Line.Surroundings around = Line.Surroundings.of("test", clock, Journal.toLog());
        GraphSettings settings = new GraphSettings("v25.0", account.phoneNumberId(), account.accessToken(), "en");
        CloudTransport transport = new CloudTransport(cloud);
        business = new GraphBusiness(settings, account.businessAccountId(), transport, around.json());
        line = new Line(account.phoneNumberId(), new MemoryStore().stores(),
                new GraphClient(settings, transport, around.json()), throttle(), handlers,
                new Line.Settings(DISPATCH, Line.Settings.USUAL.outbox(), Line.Settings.USUAL.window(),
                        Line.Settings.USUAL.costs(), Line.Settings.USUAL.backlog(), Line.Settings.USUAL.aside()),
                around);
        receiver = new Receiver(List.of(account.appSecret()), List.of(line.door()), around.json(), clock,
                around.journal());
        cloud.webhooksTo((signature, body) -> receiver.receive(signature, body).status());
        line.pump().lead();
        group = new TestGroup(this, cloud.createGroup("Test group").id());
        settle();
    }

    /** Where the line has to wait for a permit, the clock moves instead. */
    private Throttle throttle() {
        Lane messages = new Lane("messages", PER_SECOND, this::nanos);
        Lane operations = new Lane("operations", PER_SECOND, this::nanos);
        return new Throttle(messages, operations, nanos -> clock.advance(Duration.ofNanos(nanos)));
    }

    private long nanos() {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    Line line() {
        return line;
    }

    Business business() {
        return business;
    }

    Letters letters() {
        return line.letters(receiver);
    }

    TestGroup group() {
        return group;
    }

    TestClock clock() {
        return new TestClock(this, clock);
    }

    Groups groups() {
        return new WorldGroups(() -> this);
    }

    Faults faults() {
        return cloud.faults();
    }

    Cloud cloud() {
        return cloud;
    }

    /** Lets everything happen that can happen now. */
    void settle() {
        for (int step = 0; step < ENDLESS; step++) {
            if (!progress()) {
                return;
            }
        }
        throw new IllegalStateException("the bot does not come to rest; does it answer itself?");
    }

    private boolean progress() {
        line.pump().lead();
        line.schedules().plan();
        boolean delivered = cloud.deliverNext();
        boolean fired = line.stores().inbox().fireTimers(clock.instant(), TIMERS_AT_ONCE) > 0;
        boolean handled = line.dispatcher().dispatch(Runnable::run) > 0;
        line.pump().releaseOverheld();
        boolean expired = line.operations().expire();
        boolean fed = line.feed();
        boolean sent = false;
        for (LaneKind kind : LaneKind.values()) {
            sent |= line.pump().pump(kind, Runnable::run) > 0;
        }
        return delivered || fired || handled || expired || fed || sent;
    }
}
