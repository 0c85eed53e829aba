package dev.tertulia.testkit;

import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.Line;
import dev.tertulia.bot.Groups;
import dev.tertulia.business.Business;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.ClockStops;
import dev.tertulia.emulator.DeclaredTemplates;
import dev.tertulia.emulator.FakeChat;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.Faults;
import dev.tertulia.emulator.MemberView;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.graph.GraphClient;
import dev.tertulia.graph.GraphSettings;
import dev.tertulia.graph.business.GraphBusiness;
import dev.tertulia.handler.Handlers;
import dev.tertulia.journal.Journal;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.OperationId;
import dev.tertulia.store.StartTimer;
import dev.tertulia.store.StoredName;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.turn.TurnSettings;
import dev.tertulia.webhook.Receiver;

/** An emulated WhatsApp and a line, connected without sockets and threads. */
final class TestBench implements ClockStops {

    static final TurnSettings DISPATCH = new TurnSettings("/", List.of(), handlerLimit(),
            TurnSettings.USUAL.attempts(), Duration.ZERO, TurnSettings.USUAL.replyHold());

    private static final JsonMapper JSON = new JsonMapper();
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
    private final Line.Environment around;
    private final Business business;
    private final Line line;
    private final Receiver receiver;

    TestBench(Handlers handlers) {
        this(handlers, DISPATCH);
    }

    TestBench(Handlers handlers, TurnSettings dispatch) {
        around = Line.Environment.of("test", clock, failures);
        GraphSettings settings = new GraphSettings("v25.0", account.phoneNumberId(), account.accessToken(), "en");
        FakeWhatsAppTransport transport = new FakeWhatsAppTransport(whatsApp);
        business = new GraphBusiness(settings, account.businessAccountId(), transport, around.json());
        line = new Line(account.phoneNumberId(), store.stores(),
                new Line.WhatsApp(new GraphClient(settings, transport, around.json(), business.groups()), throttle()),
                new HandlerRuntime(handlers),
                new Line.Settings(dispatch, Line.Settings.USUAL.outbox(), Line.Settings.USUAL.window(),
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
        return group(subject, false);
    }

    /** @param approval whether a new group requires approval to join */
    TestGroup group(String subject, boolean approval) {
        TestGroup known = groups.get(subject);
        if (known == null) {
            known = new TestGroup(this, approval ? createWithApproval(subject) : whatsApp.createGroup(subject).id());
            groups.put(subject, known);
            settle();
        }
        return known;
    }

    private String createWithApproval(String subject) {
        ObjectNode wanted = JSON.createObjectNode().put("subject", subject).put("join_approval_mode",
                "approval_required");
        Response created = whatsApp.handle(new Request("POST", "/emulator/groups", Map.of(), Map.of(),
                wanted.toString().getBytes(StandardCharsets.UTF_8)));
        return read(new String(created.body(), StandardCharsets.UTF_8), JsonNode.class).path("id").asText();
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    FakeChat privateChat(String person) {
        return whatsApp.privateChat(account.phoneNumberId(), person);
    }

    /** The identity of a person, as known to bots. */
    String address(MemberView person) {
        return person.userId() == null || person.userId().isEmpty() ? person.phone() : person.userId();
    }

    GroupFacts facts(String group) {
        return line.operator().groups().group(group).facts();
    }

    /** The state that a bot keeps of a conversation or of one of its members. */
    <T> Optional<T> kept(String conversation, Class<?> bot, Class<T> record, @Nullable TestMember member) {
        String key = StoredName.of(bot, record) + (member == null ? "" : " " + member.address());
        return store.inbox().state(conversation, key).map(json -> {
            try {
                return around.json().readValue(json, record);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The names of the bots' timers in a conversation. */
    List<String> timers(String conversation) {
        return store.inbox().timers(conversation).stream().filter(timer -> !timer.name().startsWith("@"))
                .sorted(Comparator.comparing(StartTimer::at)).map(StartTimer::name).toList();
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
