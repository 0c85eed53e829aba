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
import java.util.SequencedMap;
import java.util.stream.Stream;

import dev.tertulia.Line;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.ClockStops;
import dev.tertulia.emulator.DeclaredTemplates;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.MemberView;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.handler.Handlers;
import dev.tertulia.journal.Journal;
import dev.tertulia.message.Ids;
import dev.tertulia.message.OperationId;
import dev.tertulia.turn.TurnSettings;
import dev.tertulia.webhook.Receiver;

/** An emulated WhatsApp and a line, connected without sockets and threads. */
final class TestBench implements ClockStops {

    static final TurnSettings DISPATCH = new TurnSettings("/", List.of(), handlerLimit(),
            TurnSettings.USUAL.attempts(), Duration.ZERO, TurnSettings.USUAL.replyHold());

    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    static final String FIRST_GROUP = "Test group";
    private static final int ENDLESS = 100_000;

    private final MovableClock clock = MovableClock.stoppedAt(MORNING);
    private final Failures failures = new Failures(Journal.toLog(), this::isOperation);
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, TestGroup> groups = new LinkedHashMap<>();
    private final FakeWhatsApp whatsApp;
    private final SequencedMap<String, NumberBench> numbers = new LinkedHashMap<>();
    private final Receiver receiver;

    /**
     * Creates a bench.
     *
     * @param ids the phone number ids; empty for one number
     */
    TestBench(Handlers handlers, TurnSettings turns, List<String> ids) {
        AccountSettings account = ids.isEmpty()
                ? AccountSettings.demo()
                : AccountSettings.demo().withPhoneNumberId(ids.getFirst());
        whatsApp = new FakeWhatsApp(account, clock);
        ids.stream().skip(1).forEach(id -> whatsApp.addNumber(id, "1555" + Ids.digits(id)));
        Line.Environment around = Line.Environment.of("test", clock, failures);
        HandlerRuntime runtime = new HandlerRuntime(handlers);
        FakeWhatsAppTransport transport = new FakeWhatsAppTransport(whatsApp);
        for (String id : ids.isEmpty() ? List.of(account.phoneNumberId()) : ids) {
            numbers.put(id, new NumberBench(id, transport, around, runtime, turns));
        }
        receiver = new Receiver(List.of(account.appSecret()),
                numbers.values().stream().map(number -> number.line().intake()).toList(), around.json(), clock,
                around.journal());
        whatsApp.webhooks().to((signature, body) -> receiver.receive(signature, body).status());
        whatsApp.onCall(failures::called);
        DeclaredTemplates.into(whatsApp.templates());
        clock.stopAt(this);
        group(FIRST_GROUP, "", false);
    }

    private boolean isOperation(String id) {
        return numbers.values().stream()
                .anyMatch(number -> number.line().operator().operations().find(new OperationId(id)).isPresent());
    }

    /** A long limit, because a debugger may stop a handler. */
    private static Duration handlerLimit() {
        boolean debugged = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.contains("jdwp"));
        return debugged ? Duration.ofHours(1) : Duration.ofSeconds(10);
    }

    /**
     * A number by its id.
     *
     * @throws IllegalArgumentException if the test has no such number
     */
    NumberBench number(String id) {
        NumberBench number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("'" + id + "' is no number of this test; it has "
                    + String.join(", ", numbers.keySet()) + ": see @BotTest(numbers = …)");
        }
        return number;
    }

    /** The number that is meant when none is named. */
    NumberBench firstNumber() {
        return numbers.firstEntry().getValue();
    }

    /**
     * The only number.
     *
     * @throws IllegalStateException if there are several
     */
    NumberBench onlyNumber() {
        if (numbers.size() > 1) {
            throw new IllegalStateException("there are several numbers; call of(number) with one of "
                    + String.join(", ", numbers.keySet()));
        }
        return firstNumber();
    }

    DeadLetters deadLetters(NumberBench number) {
        return number.line().operator().deadLetters(receiver);
    }

    /**
     * The group of a number with a subject, which is created on the first call.
     *
     * @param number   the phone number id; empty for the first number
     * @param approval whether a new group requires approval to join
     */
    TestGroup group(String subject, String number, boolean approval) {
        NumberBench of = number.isEmpty() ? firstNumber() : number(number);
        String key = of.number() + " " + subject;
        TestGroup known = groups.get(key);
        if (known == null) {
            known = new TestGroup(this, of, whatsApp.createGroup(of.number(), subject, approval).id());
            groups.put(key, known);
            settle();
        }
        return known;
    }

    /** Adds a member to a group. The same name in another group is the same person. */
    MemberView join(String groupId, String name) {
        String known = people.get(name);
        MemberView member = known == null ? whatsApp.join(groupId, name, null) : whatsApp.join(groupId, known);
        people.put(name, member.id());
        return member;
    }

    Failures failures() {
        return failures;
    }

    @Override
    public Optional<Instant> after(Instant moment) {
        return Stream.concat(Stream.of(whatsApp.webhooks().dueAfter(moment)),
                numbers.values().stream().map(number -> number.dueAfter(moment))).flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    TestClock clock() {
        return new TestClock(this, clock);
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
        boolean worked = whatsApp.webhooks().deliverNext();
        for (NumberBench number : numbers.values()) {
            worked |= number.line().work();
        }
        return worked;
    }
}
