package dev.tertulia.testkit;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.Line;
import dev.tertulia.bot.Groups;
import dev.tertulia.business.Business;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.dispatch.DispatchSettings;
import dev.tertulia.dispatch.Handlers;
import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.ClockStops;
import dev.tertulia.emulator.DeclaredTemplates;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.Faults;
import dev.tertulia.emulator.MemberView;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.graph.GraphClient;
import dev.tertulia.graph.GraphSettings;
import dev.tertulia.graph.business.GraphBusiness;
import dev.tertulia.journal.Journal;
import dev.tertulia.message.OperationId;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.webhook.Receiver;

/** An emulated WhatsApp and a line, connected without sockets and threads. */
final class TestBench implements ClockStops {

    static final DispatchSettings DISPATCH = new DispatchSettings("/", List.of(), handlerLimit(),
            DispatchSettings.USUAL.attempts(), Duration.ZERO, DispatchSettings.USUAL.replyHold());

    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    private static final double PER_SECOND = 100_000;
    static final String FIRST_GROUP = "Test group";
    private static final int ENDLESS = 100_000;

    private final MovableClock clock = MovableClock.stoppedAt(MORNING);
    private final AccountSettings account = AccountSettings.demo();
    private final MemoryStore store = new MemoryStore(account.phoneNumberId());
    private final Failures failures = new Failures(Journal.toLog(), this::isOperation);
    private final Map<String, String> phones = new HashMap<>();
    private final Map<String, TestGroup> groups = new LinkedHashMap<>();
    private final FakeWhatsApp whatsApp = new FakeWhatsApp(account, clock);
    private final Business business;
    private final Line line;
    private final Receiver receiver;

    TestBench(Handlers handlers) {
        Line.Environment around = Line.Environment.of("test", clock, failures);
        GraphSettings settings = new GraphSettings("v25.0", account.phoneNumberId(), account.accessToken(), "en");
        FakeWhatsAppTransport transport = new FakeWhatsAppTransport(whatsApp);
        business = new GraphBusiness(settings, account.businessAccountId(), transport, around.json());
        line = new Line(account.phoneNumberId(), store.stores(),
                new Line.WhatsApp(new GraphClient(settings, transport, around.json(), business.groups()), throttle()),
                handlers,
                new Line.Settings(DISPATCH, Line.Settings.USUAL.outbox(), Line.Settings.USUAL.window(),
                        Line.Settings.USUAL.costs(), Line.Settings.USUAL.backlog(), Line.Settings.USUAL.deadLetters()),
                around);
        receiver = new Receiver(List.of(account.appSecret()), List.of(line.intake()), around.json(), clock,
                around.journal());
        whatsApp.webhooksTo((signature, body) -> receiver.receive(signature, body).status());
        line.pump().lead();
        whatsApp.onCall(failures::called);
        DeclaredTemplates.into(whatsApp.templates());
        clock.stopAt(this);
        group(FIRST_GROUP);
    }

    private boolean isOperation(String id) {
        return line.operator().operations().find(new OperationId(id)).isPresent();
    }

    /** A long limit, because a debugger may stop a handler. */
    private static Duration handlerLimit() {
        boolean debugged = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.contains("jdwp"));
        return debugged ? Duration.ofHours(1) : Duration.ofSeconds(10);
    }

    /** Moves the clock where the line would wait for a permit. */
    private Throttle throttle() {
        Lane messages = new Lane("messages", PER_SECOND, this::nanos);
        Lane operations = new Lane("operations", PER_SECOND, this::nanos);
        return new Throttle(messages, operations, nanos -> clock.jump(Duration.ofNanos(nanos)));
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

    DeadLetters letters() {
        return line.operator().deadLetters(receiver);
    }

    TestGroup group() {
        return group(FIRST_GROUP);
    }

    /** The group with a subject, which is created on the first call. */
    TestGroup group(String subject) {
        TestGroup known = groups.get(subject);
        if (known == null) {
            known = new TestGroup(this, whatsApp.createGroup(subject).id());
            groups.put(subject, known);
            settle();
        }
        return known;
    }

    /** Adds a member to a group. The same name in another group is the same person. */
    MemberView join(String groupId, String name) {
        MemberView member = whatsApp.join(groupId, name, phones.get(name));
        phones.put(name, member.phone());
        return member;
    }

    Failures failures() {
        return failures;
    }

    @Override
    public Optional<Instant> after(Instant moment) {
        return Stream.of(store.dueAfter(moment), whatsApp.dueAfter(moment)).flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    TestClock clock() {
        return new TestClock(this, clock);
    }

    Groups groups() {
        return new TestGroups(() -> this);
    }

    Faults faults() {
        return whatsApp.faults();
    }

    FakeWhatsApp whatsApp() {
        return whatsApp;
    }

    /** Runs all work that is due now. */
    @Override
    public void settle() {
        for (int step = 0; step < ENDLESS; step++) {
            if (!progress()) {
                return;
            }
        }
        throw new IllegalStateException("the bot does not stop working; does it answer itself?");
    }

    private boolean progress() {
        boolean delivered = whatsApp.deliverNext();
        return line.work() || delivered;
    }
}
