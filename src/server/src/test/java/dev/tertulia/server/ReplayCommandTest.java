package dev.tertulia.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.cli.Commands;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.FakeGraph;
import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The command {@code replay} delivers recorded deliveries again. */
class ReplayCommandTest {

    private static final TestRedis REDIS = TestRedis.start("--appendonly", "no");
    private static LiveServer server;

    private final String group = "G" + UUID.randomUUID();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, Object> properties = new HashMap<>(Map.of("whatsapp.access-token", "token",
            "whatsapp.app-secret", Meta.APP_SECRET, "whatsapp.verify-token", "verify", "whatsapp.phone-number-id",
            Delivery.NUMBER, "redis.uri", REDIS.uri()));

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = new LiveServer(Map.of("redis.uri", REDIS.uri(), "tertulia.bots", "RecordingBot"));
    }

    @AfterAll
    static void stop() {
        server.close();
        REDIS.close();
    }

    private int replay(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Commands.line(properties, InstantSource.system()).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("replay"), Stream.of(words)).toArray(String[]::new));
    }

    private String webhook() {
        return server.url() + "/webhook";
    }

    private String delivery(int i, Instant at) {
        return Delivery.ofMessages(List.of(Delivery.message(group, "wamid." + group + i, "text " + i, at)))
                .replace("\n", "");
    }

    /** A file of deliveries, the last of which is this old. */
    private String file(int deliveries, Instant last) throws IOException {
        return Files.write(folder.resolve("deliveries.jsonl"), IntStream.range(0, deliveries)
                .mapToObj(i -> delivery(i, last.minusSeconds(deliveries - 1L - i))).toList()).toString();
    }

    private List<String> heard() {
        return server.bot().heard().stream().filter(event -> event.group().equals(group))
                .map(event -> ((GroupMessage) event).text()).toList();
    }

    private static List<String> texts(FakeGraph receiver) {
        return receiver.sent().stream().map(json -> json.findPath("body").asText()).toList();
    }

    @Test
    void deliversSignedOnesAndCountsTheAnswers() throws IOException {
        String file = file(3, Instant.now());

        assertThat(replay(file, "--to", webhook())).as(err.toString()).isZero();

        assertThat(out.toString().lines()).containsExactly("3 deliveries to " + webhook() + ": 200 × 3");
        await().untilAsserted(() -> assertThat(heard()).containsExactly("text 0", "text 1",
                "text 2"));
    }

    @Test
    void saysThatAFileCannotBeWritten() throws IOException {
        Path nowhere = folder.resolve("none").resolve("saved.jsonl");

        assertThat(replay(file(1, Instant.now()), "--save", nowhere.toString())).isEqualTo(1);

        assertThat(err.toString().lines()).singleElement().asString().startsWith(
                "The file " + nowhere + " cannot be written: ");
    }

    @Test
    void hasAnEffectOnceUnlessTheDeliveriesAreMadeNew() throws IOException {
        String file = file(2, Instant.now());

        replay(file, "--to", webhook(), "--doubled");
        replay(file, "--to", webhook());
        await().untilAsserted(() -> assertThat(heard()).containsExactly("text 0", "text 1"));
        assertThat(replay(file, "--to", webhook(), "--anew", "--json")).isZero();

        assertThat(out.toString().lines()).containsExactly("{\"deliveries\":2,\"answers\":{\"200\":2}}");
        await().untilAsserted(() -> assertThat(heard()).containsExactly("text 0", "text 1",
                "text 0", "text 1"));
    }

    @Test
    void movesOldTimesToNow() throws IOException {
        String file = file(2, Instant.now().minusSeconds(1_000_000));
        try (FakeGraph receiver = new FakeGraph(0)) {
            replay(file, "--to", receiver.url().toString(), "--anew");

            long now = Instant.now().getEpochSecond();
            assertThat(receiver.sent()).extracting(json -> json.findPath("timestamp").asLong())
                    .satisfiesExactly(first -> assertThat(first).isBetween(now - 11, now - 1),
                            last -> assertThat(last).isBetween(now - 10, now));
        }
    }

    @Test
    void doublesAndShufflesByASeed() throws IOException {
        String file = file(5, Instant.now());
        try (FakeGraph one = new FakeGraph(0); FakeGraph same = new FakeGraph(0); FakeGraph other = new FakeGraph(0)) {
            replay(file, "--to", one.url().toString(), "--doubled", "--shuffled", "--seed", "7");
            replay(file, "--to", same.url().toString(), "--doubled", "--shuffled", "--seed", "7");
            replay(file, "--to", other.url().toString(), "--doubled", "--shuffled", "--seed", "8");

            assertThat(texts(one)).hasSize(10).isEqualTo(texts(same)).isNotEqualTo(texts(other));
            assertThat(texts(one).stream().sorted()).containsExactly("text 0", "text 0", "text 1", "text 1", "text 2",
                    "text 2", "text 3", "text 3", "text 4", "text 4");
        }
    }

    @Test
    void keepsTheRecordedPausesAtASpeed() throws IOException {
        Path file = Files.writeString(folder.resolve("timed.jsonl"), """
                {"at": "2026-11-28T10:00:00.000Z", "body": %s}
                {"at": "2026-11-28T10:00:00.400Z", "body": %s}
                """.formatted(delivery(1, Instant.now()), delivery(2, Instant.now())));
        long begin = System.nanoTime();

        assertThat(replay(file.toString(), "--to", webhook(), "--speed", "2")).isZero();

        assertThat(System.nanoTime() - begin).isGreaterThan(200_000_000);
    }

    @Test
    void tellsThatDeliveriesAreRefused() throws IOException {
        properties.put("whatsapp.app-secret", "another");

        assertThat(replay(file(1, Instant.now()), "--to", webhook())).isEqualTo(1);

        assertThat(out.toString()).endsWith(": 401 × 1\n");
    }

    @Test
    void tellsThatNobodyAnswers() throws IOException {
        assertThat(replay(file(2, Instant.now()), "--to", "http://127.0.0.1:1/webhook")).isEqualTo(3);

        assertThat(out.toString()).endsWith(": no answer × 2\n");
    }

    @Test
    void takesWhatCouldNotBeRead() {
        String number = TestRedis.newNumber();
        properties.put("whatsapp.phone-number-id", number);
        REDIS.stores(number).inbox().quarantine(delivery(1, Instant.now()), "no reason", Instant.now());

        assertThat(replay("--quarantined", "--to", webhook())).isZero();

        await().untilAsserted(() -> assertThat(heard()).containsExactly("text 1"));
    }

    @Test
    void savesTheDeliveriesOfAnEmulator() throws IOException {
        FakeWhatsApp whatsApp = new FakeWhatsApp(AccountSettings.demo(), MovableClock.ticking());
        String tea = whatsApp.createGroup("Tea").id();
        whatsApp.say(tea, whatsApp.join(tea, "Ana", null).id(), "from the emulator");
        Path file = folder.resolve("saved.jsonl");
        try (Emulator emulator = Emulator.start(0, whatsApp); FakeGraph receiver = new FakeGraph(0)) {
            assertThat(replay("--emulator", emulator.url().toString(), "--save", file.toString())).isZero();

            assertThat(out.toString()).isEmpty();
            assertThat(replay(file.toString(), "--to", receiver.url().toString())).isZero();
            assertThat(texts(receiver)).contains("from the emulator");
        }
    }

    @Test
    void saysWhatIsWrongInAFile() throws IOException {
        Path none = Files.writeString(folder.resolve("a.json"), "{\"text\": 1}");
        Path broken = Files.writeString(folder.resolve("b.json"), "{\"entry\": []}\n{\"entry\": [}");

        assertThat(replay(none.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("This is no recorded delivery: {\"text\":1}; it needs the key 'entry'");
        assertThat(replay(broken.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("The file " + broken + " is not valid JSON in line 2: ");
        assertThat(replay(folder.resolve("c.json").toString())).isEqualTo(1);
        assertThat(replay(none.toString(), "--quarantined")).isEqualTo(2);
    }
}
