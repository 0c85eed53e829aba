package dev.tertulia.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Contract of the whole process with any store: signed deliveries over HTTP in, Graph API calls out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LineContract {

    private static final String ACCOUNT = "102290129340398";
    private static final Path WIRE = Path.of("..", "wire");
    private static final ObjectMapper JSON = new ObjectMapper();

    private LiveServer server;

    /** The properties that select the store. */
    abstract Map<String, Object> store();

    @BeforeAll
    void start() {
        server = new LiveServer(store());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String newGroup() {
        return "group-" + UUID.randomUUID();
    }

    private static String number(String group, int n, Instant at) {
        return Delivery.message(group, "wamid." + group + n, "/number " + n, at);
    }

    private static List<String> answers(int count) {
        return IntStream.range(0, count).mapToObj(n -> "answer " + n).toList();
    }

    private void assertAnswered(String group, List<String> texts) {
        await().untilAsserted(() -> assertThat(server.graph().texts(group)).isEqualTo(texts));
    }

    /** Waits for the answer to a message of another group. By then, earlier deliveries have been handled. */
    private void letItPass() {
        String other = newGroup();
        server.meta().deliver(Delivery.ofMessages(List.of(number(other, 0, Instant.now()))));
        assertAnswered(other, answers(1));
    }

    /** Sends each file to its own number and account, because many contain the same message; some name no number. */
    @Test
    void hearsEveryDeliveryThatMetaDocuments() throws IOException {
        Map<String, Path> files = filesByNumber();
        Map<String, Object> properties = new HashMap<>(store());
        files.keySet().forEach(number -> properties.putAll(Map.of(
                "whatsapp.numbers.n" + number + ".phone-number-id", number,
                "whatsapp.numbers.n" + number + ".business-account-id", number)));
        Map<String, List<String>> meant = new TreeMap<>();
        try (LiveServer many = new LiveServer(properties)) {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                String json = Delivery.ofNow(Files.readString(file.getValue()));
                String number = file.getKey();
                assertThat(many.meta().deliver(json.replace(Delivery.NUMBER, number).replace(ACCOUNT, number)))
                        .isEqualTo(200);
                meant.computeIfAbsent(number, n -> new ArrayList<>()).addAll(meaning(file.getValue(), number));
            }
            meant.values().forEach(Collections::sort);
            await().untilAsserted(() -> assertThat(heard(many.bot())).isEqualTo(meant));
        }
    }

    private static Map<String, Path> filesByNumber() throws IOException {
        try (Stream<Path> files = Files.list(WIRE.resolve("webhooks"))) {
            List<Path> sorted = files.sorted().toList();
            return IntStream.range(0, sorted.size()).boxed().collect(Collectors.toMap(n -> "9000" + n, sorted::get));
        }
    }

    /** The events in the file, as specified by another test. */
    private static List<String> meaning(Path file, String number) throws IOException {
        Path expected = WIRE.resolve("expected").resolve(file.getFileName());
        String json = Files.readString(expected).replace(Delivery.NUMBER, number);
        return JSON.readTree(json).valueStream()
                .map(event -> event.path("event").asText() + " in " + event.path("group").asText()).toList();
    }

    private static Map<String, List<String>> heard(RecordingBot bot) {
        Map<String, List<String>> heard = bot.heard().stream().collect(Collectors.groupingBy(
                event -> event.origin().number(), TreeMap::new,
                Collectors.mapping(event -> event.getClass().getSimpleName() + " in " + event.group(),
                        Collectors.toCollection(ArrayList::new))));
        heard.values().forEach(Collections::sort);
        return heard;
    }

    @Test
    void answersEveryMessageOfADelivery() {
        String group = newGroup();

        server.meta().deliver(Delivery.ofMessages(
                IntStream.range(0, 3).mapToObj(n -> number(group, n, Instant.now())).toList()));

        assertAnswered(group, answers(3));
    }

    @Test
    void answersOnceHoweverOftenItComes() {
        String group = newGroup();
        Instant now = Instant.now();
        List<String> messages = IntStream.range(0, 3).mapToObj(n -> number(group, n, now)).toList();

        for (int time = 0; time < 3; time++) {
            List<String> reordered = new ArrayList<>(messages);
            Collections.rotate(reordered, time);
            assertThat(server.meta().deliver(Delivery.ofMessages(reordered))).isEqualTo(200);
        }
        server.meta().deliver(Delivery.ofMessages(List.of(number(group, 3, now))));

        assertAnswered(group, answers(4));
    }

    @Test
    void saysNothingFreelyToAMessageOfYesterday() {
        String group = newGroup();

        server.meta().deliver(Delivery.ofMessages(
                List.of(number(group, 0, Instant.now().minus(Duration.ofHours(25))))));
        letItPass();
        assertThat(server.graph().texts(group)).isEmpty();

        server.meta().deliver(Delivery.ofMessages(List.of(number(group, 1, Instant.now()))));
        assertAnswered(group, answers(2));
    }

    @Test
    void keepsTheOrderOfAThousandMessages() {
        List<String> groups = Stream.generate(LineContract::newGroup).limit(100).toList();
        long seed = new Random().nextLong();
        System.out.println("groups are mixed with seed " + seed);
        List<String> turns = new ArrayList<>();
        IntStream.range(0, 10).forEach(n -> turns.addAll(groups));
        Collections.shuffle(turns, new Random(seed));
        Map<String, Integer> next = new HashMap<>();
        List<String> messages = turns.stream()
                .map(group -> number(group, next.merge(group, 1, Integer::sum) - 1, Instant.now())).toList();

        assertThat(server.meta().deliver(Delivery.ofMessages(messages))).isEqualTo(200);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(
                () -> assertThat(groups).allSatisfy(
                        group -> assertThat(server.graph().texts(group)).isEqualTo(answers(10))));
    }
}
