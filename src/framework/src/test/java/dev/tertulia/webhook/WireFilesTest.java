package dev.tertulia.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.message.Content;
import dev.tertulia.message.Event;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every delivery in {@code wire/webhooks} means what the file of the same name in {@code wire/expected} says: the
 * events in their order, each with all it knows. A delivery more is a test more; without its expectation it fails.
 */
class WireFilesTest {

    private static final Path WIRE = Path.of("../wire");
    private static final Pattern TIME = Pattern.compile("\"time(?:stamp)?\":\\s*\"?([0-9]{10})\\b");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS).addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(Value.construct(Include.NON_EMPTY, Include.NON_EMPTY))
            .addMixIn(Content.class, NamesItsType.class).build();

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface NamesItsType {}

    static List<String> names() throws IOException {
        return namesIn("webhooks");
    }

    private static List<String> namesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(WIRE.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void meansWhatIsExpected(String name) throws IOException {
        byte[] body = Files.readAllBytes(WIRE.resolve("webhooks").resolve(name));
        SampleIntake intake = onTheDayOf(body);

        Receiver.Answer answer = intake.deliver(body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(intake.inbox.quarantined()).isEmpty();
        assertThat(facts(intake.events())).isEqualTo(expected(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isTheSameWhenItComesAgain(String name) throws IOException {
        byte[] body = Files.readAllBytes(WIRE.resolve("webhooks").resolve(name));
        SampleIntake intake = onTheDayOf(body);
        JsonMapper otherOrder = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
        byte[] reordered = otherOrder.writeValueAsBytes(otherOrder.readValue(body, Object.class));

        intake.deliver(body);
        int events = intake.events().size();
        intake.deliver(reordered);

        assertThat(intake.journal.entries()).extracting("detail").containsExactly(events + " new, 0 seen before",
                "0 new, " + events + " seen before");
    }

    private static SampleIntake onTheDayOf(byte[] body) {
        SampleIntake intake = new SampleIntake();
        TIME.matcher(new String(body, StandardCharsets.UTF_8)).results()
                .mapToLong(time -> Long.parseLong(time.group(1)))
                .max().ifPresent(latest -> intake.now = Instant.ofEpochSecond(latest));
        return intake;
    }

    @Test
    void nothingIsExpectedOfADeliveryThatIsNotThere() throws IOException {
        assertThat(namesIn("expected")).isEqualTo(names());
    }

    private static JsonNode expected(String name) throws IOException {
        Path file = WIRE.resolve("expected").resolve(name);
        assertThat(file).as("what is expected of " + name).exists();
        return JSON.readTree(file.toFile());
    }

    /** Without the origin's number and key, which other tests look at, and without the raw JSON. */
    private static JsonNode facts(List<Event> events) {
        ArrayNode facts = JSON.createArrayNode();
        for (Event event : events) {
            ObjectNode fact = facts.addObject().put("event", event.getClass().getSimpleName())
                    .put("group", event.group()).put("at", event.at().toString())
                    .put("opensWindow", event.opensWindow());
            fact.setAll((ObjectNode) JSON.valueToTree(event));
            fact.remove(List.of("origin", "raw"));
        }
        return facts;
    }
}
