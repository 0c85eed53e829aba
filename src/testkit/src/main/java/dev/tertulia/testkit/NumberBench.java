package dev.tertulia.testkit;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.Line;
import dev.tertulia.business.Business;
import dev.tertulia.costs.Costs;
import dev.tertulia.costs.Sum;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.graph.GraphClient;
import dev.tertulia.graph.GraphSettings;
import dev.tertulia.graph.business.GraphBusiness;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.store.StartTimer;
import dev.tertulia.store.StoredName;
import dev.tertulia.store.memory.MemoryStore;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.turn.TurnSettings;

/** The line of one phone number in a test, with its store. */
final class NumberBench {

    private static final double PER_SECOND = 100_000;

    private final String number;
    private final MemoryStore store;
    private final MovableClock clock;
    private final ObjectMapper json;
    private final Business business;
    private final Line line;

    /** Creates the line of a number of an emulated account. */
    NumberBench(String number, FakeWhatsAppTransport transport, Line.Environment around, HandlerRuntime handlers,
            TurnSettings turns) {
        this.number = number;
        store = new MemoryStore(number);
        clock = transport.whatsApp().clock();
        json = around.json();
        AccountSettings account = transport.whatsApp().settings();
        GraphSettings settings = new GraphSettings("v25.0", number, account.accessToken(), "en");
        business = new GraphBusiness(settings, account.businessAccountId(), transport, json);
        line = new Line(number, store.stores(),
                new Line.WhatsApp(new GraphClient(settings, transport, json, business.groups()), throttle()), handlers,
                new Line.Settings(turns, Line.Settings.USUAL.outbox(), Line.Settings.USUAL.window(),
                        Line.Settings.USUAL.costs(), Line.Settings.USUAL.backlog(), Line.Settings.USUAL.deadLetters()),
                around);
        line.pump().lead();
    }

    /** Moves the clock where the line would wait for a permit. */
    private Throttle throttle() {
        return new Throttle(new Lane("messages", PER_SECOND, this::nanos),
                new Lane("operations", PER_SECOND, this::nanos), nanos -> clock.jump(Duration.ofNanos(nanos)));
    }

    private long nanos() {
        Instant now = clock.instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    /** The phone number id. */
    String number() {
        return number;
    }

    Line line() {
        return line;
    }

    Business business() {
        return business;
    }

    Optional<Instant> dueAfter(Instant moment) {
        return store.dueAfter(moment);
    }

    GroupFacts facts(String group) {
        return line.operator().groups().group(group).facts();
    }

    /** The state that a bot keeps of a conversation or of one of its members. */
    <T> Optional<T> kept(String conversation, Class<?> bot, Class<T> record, @Nullable TestMember member) {
        String key = StoredName.of(bot, record) + (member == null ? "" : " " + id(member));
        return store.inbox().state(conversation, key).map(stored -> {
            try {
                return json.readValue(stored, record);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The id under which bots know a person: what the person was first known by. */
    String id(TestMember person) {
        return store.people().meet(person.known(), null, clock.instant()).id();
    }

    /** The names of the bots' timers in a conversation. */
    List<String> timers(String conversation) {
        return store.inbox().timers(conversation).stream().filter(timer -> !timer.name().startsWith("@"))
                .sorted(Comparator.comparing(StartTimer::at)).map(StartTimer::name).toList();
    }

    /** The deliveries of today by conversation, as the line has booked them. */
    long deliveries(String conversation) {
        Sum sum = line.operator().costs().totals(Costs.Per.GROUP, 1).get(conversation);
        return sum == null ? 0 : sum.deliveries();
    }
}
