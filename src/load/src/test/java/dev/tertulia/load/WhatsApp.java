package dev.tertulia.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.ChatMessage;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.Fault;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.emulator.Receipts;
import dev.tertulia.emulator.webhook.DeliverySettings;

import static org.assertj.core.api.Assertions.assertThat;

/** The emulator with groups whose windows are open, one status for each message, and a record of all requests. */
final class WhatsApp implements AutoCloseable {

    private static final AccountSettings ACCOUNT = AccountSettings.demo();
    private static final Receipts SENT_ONLY = new Receipts(true, false, false, false, false);
    private static final DeliverySettings IN_BATCHES = new DeliverySettings(50, 0, false, Duration.ZERO);
    private static final int FULL = 8;
    private static final double FAILURES = 0.005;
    private static final double SILENCES = 0.005;
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration HOLD = Duration.ofSeconds(5);

    private final FakeWhatsApp fake = new FakeWhatsApp(ACCOUNT, MovableClock.ticking());
    private final Emulator emulator = Emulator.start(0, fake, HOLD);
    private final ExecutorService couriers = Executors.newVirtualThreadPerTaskExecutor();
    private final Books books = new Books();
    private final List<String> groups;

    WhatsApp(int groups) {
        this(groups, 1, SENT_ONLY);
    }

    /** Groups of eight members, each of whom receives and reads every message: 17 statuses for each answer. */
    static WhatsApp full(int groups) {
        return new WhatsApp(groups, FULL, Receipts.USUAL);
    }

    private WhatsApp(int groups, int members, Receipts receipts) {
        fake.receipts(receipts);
        fake.webhooks().delivery(IN_BATCHES);
        this.groups = IntStream.range(0, groups).mapToObj(n -> talkative(n, members)).toList();
        fake.webhooks().discard();
        fake.onCall(books::note);
    }

    private String talkative(int n, int members) {
        String group = fake.createGroup("group " + n).id();
        fake.say(group, fake.join(group, "Ana", null).id(), "hello");
        IntStream.range(1, members).forEach(i -> fake.join(group, "Member " + i, null));
        return group;
    }

    /** Sends deliveries, many at a time, until they are acknowledged. */
    void deliverTo(Consumer<String> bots) {
        fake.webhooks().to((signature, body) -> {
            couriers.submit(() -> bots.accept(new String(body, StandardCharsets.UTF_8)));
            return 200;
        });
    }

    /** Makes some calls fail with 500, and accepts some messages without a response. */
    void misbehave(Random random) {
        fake.onCall(call -> {
            double luck = random.nextDouble();
            if (luck < FAILURES) {
                fake.faults().next(Fault.SERVER_ERROR, 1);
            } else if (luck < FAILURES + SILENCES) {
                fake.faults().next(Fault.TIMEOUT_ACCEPTED, 1);
            }
        });
    }

    /** Refuses the next calls with 130429. */
    void refuse(int times) {
        fake.faults().next(Fault.RATE_LIMIT, times);
    }

    /** The settings with which a process uses this emulator. */
    Map<String, String> environment() {
        return Map.of("WHATSAPP_ACCESS_TOKEN", ACCOUNT.accessToken(), "WHATSAPP_APP_SECRET", ACCOUNT.appSecret(),
                "WHATSAPP_VERIFY_TOKEN", ACCOUNT.verifyToken(), "WHATSAPP_PHONE_NUMBER_ID", ACCOUNT.phoneNumberId(),
                "WHATSAPP_GRAPH_URL", emulator.url().toString());
    }

    FakeWhatsApp fake() {
        return fake;
    }

    Books books() {
        return books;
    }

    List<String> groups() {
        return groups;
    }

    /** The bot's messages in a group, in order. */
    List<String> heard(String group) {
        return fake.transcript(group).stream().filter(bubble -> bubble.from().equals(ChatMessage.BUSINESS))
                .filter(bubble -> bubble.kind().equals("text") && bubble.error() == null).map(ChatMessage::text)
                .toList();
    }

    /** Waits until each group has received a number of answers, or for a maximum time. */
    void awaitHeard(int each, Duration patience) {
        awaitOrGiveUp(() -> groups.stream().allMatch(group -> heard(group).size() >= each), patience);
    }

    /** Waits for a condition, for a maximum time. The caller checks the result. */
    static void awaitOrGiveUp(BooleanSupplier end, Duration patience) {
        Instant late = Instant.now().plus(patience);
        while (Instant.now().isBefore(late) && !end.getAsBoolean()) {
            Pace.pause(LOOK);
        }
    }

    /** Asserts that each group has received the answers so far once and in order. */
    void assertOrder() {
        assertThat(groups).allSatisfy(group -> assertThat(heard(group)).isEqualTo(numbers(heard(group).size())));
    }

    /** The first numbers, as in the bot's answers. */
    static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    @Override
    public void close() {
        couriers.shutdownNow();
        emulator.close();
    }
}
