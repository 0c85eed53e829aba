package dev.tertulia.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.message.GroupMessage;
import dev.tertulia.store.RecordingInbox.Quarantined;
import dev.tertulia.webhook.Receiver.Answer;

import static dev.tertulia.webhook.SampleIntake.change;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever comes with the right signature is answered 200, and what cannot be read is put aside. */
class HostileDeliveryTest {

    private static final int DEEP = 100_000;
    private static final int LONG = 2_000_000;
    private static final int ROUNDS = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVERYTHING = """
            {"entry": [{"time": 1, "changes": [
            {"field": "messages", "value": {"metadata": {"phone_number_id": "106540352242922"},
             "contacts": [{"wa_id": "1", "profile": {"name": "n"}}],
             "messages": [{"from": "1", "group_id": "G", "id": "1", "timestamp": "1760446100", "type": "text",
               "text": {"body": "x"}, "context": {"id": "2"}, "errors": [{"code": 1}]},
              {"from": "1", "group_id": "G", "id": "1", "timestamp": "1760446100", "type": "contacts",
               "contacts": [{"name": {"formatted_name": "x"}, "phones": [{"phone": "1"}]}]}],
             "statuses": [{"id": "1", "status": "read", "timestamp": "1760446100", "recipient_id": "G", "recipient_type": "group",
               "recipient_participant_id": "2", "pricing": {"category": "c"}, "errors": [{"code": 1}]}],
             "errors": [{"code": 1}]}},
            {"field": "group_participants_update", "value": {"metadata": {"phone_number_id": "106540352242922"},
             "groups": [{"type": "group_participants_remove", "group_id": "G", "timestamp": 1760446100, "request_id": "r",
               "removed_participants": [{"input": "1"}], "failed_participants": [{"wa_id": "2"}], "errors": []}]}},
            {"field": "account_update", "value": {"event": "x"}}]}]}""";

    private final SampleIntake intake = new SampleIntake();

    @ParameterizedTest
    @ValueSource(strings = {"{ broken", "", "\"entry\"", "[1,2", "{\"entry\": [}", "nul", "\u0000"})
    void putsAsideWhatIsNotADelivery(String body) {
        assertThat(intake.deliver(body)).isEqualTo(Answer.OK);

        assertThat(intake.events()).isEmpty();
        assertThat(intake.inbox.quarantined()).hasSize(1);
    }

    @Test
    void keepsBrokenJsonAsItCame() {
        intake.deliver("{ broken");

        assertThat(intake.inbox.quarantined()).containsExactly(new Quarantined("{ broken", "this is not JSON"));
    }

    @Test
    void keepsJsonOfAnotherShapeAsItCame() {
        intake.deliver("{\"hello\": \"world\"}");

        assertThat(intake.inbox.quarantined())
                .containsExactly(new Quarantined("{\"hello\":\"world\"}", "there is no list 'entry'"));
    }

    @Test
    void readsTheNeighboursOfInvalidUtf8() {
        byte[] body = change("messages", """
                "messages": [{"from": "1", "group_id": "G", "id": "1", "timestamp": "1760446100", "type": "text",
                "text": {"body": "caf??"}}, {"from": "1", "group_id": "G", "id": "2", "timestamp": "1760446100",
                "type": "text", "text": {"body": "tea"}}]""").getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '?' ? (byte) 0xC3 : body[i];
        }

        assertThat(intake.deliver(body)).isEqualTo(Answer.OK);
        assertThat(intake.events()).extracting(event -> ((GroupMessage) event).text())
                .containsExactly("caf\uFFFD\uFFFD", "tea");
    }

    /** The last ones are seconds that Java can count to, but neither add a day to nor turn into milliseconds. */
    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "9223372036854775807", "31556889864403199", "-31557014167219200"})
    void putsAsideAMessageFromAnImpossibleTime(String time) {
        intake.deliverMessages("""
                "messages": [{"from": "1", "group_id": "G", "id": "1", "timestamp": "%s", "type": "text"}]"""
                .formatted(time));

        assertThat(intake.inbox.quarantined()).extracting(Quarantined::reason)
                .containsExactly("timestamp '" + time + "' is not a number of seconds");
    }

    @Test
    void quotesOnlyTheStartOfWhatItCannotRead() {
        intake.deliverMessages("""
                "statuses": [{"id": "1", "status": "read", "timestamp": "so\\non%s"}]""".formatted("!".repeat(LONG)));

        assertThat(intake.inbox.quarantined()).extracting(Quarantined::reason)
                .containsExactly("timestamp 'so?on" + "!".repeat(35) + "…' is not a number of seconds");
    }

    @Test
    void survivesDeepNesting() {
        String deep = "[".repeat(DEEP) + "]".repeat(DEEP);

        assertThat(intake.deliver(change("messages", "\"messages\": " + deep))).isEqualTo(Answer.OK);
        assertThat(intake.inbox.quarantined()).hasSize(1);
    }

    @Test
    void takesALongText() {
        String text = "é".repeat(LONG);

        intake.deliver(change("messages", """
                "messages": [{"from": "1", "group_id": "G", "id": "1", "timestamp": "1760446100", "type": "text",
                "text": {"body": "%s"}}]""".formatted(text)));

        assertThat(((GroupMessage) intake.events().getFirst()).text()).hasSize(LONG);
    }

    static List<String> oddValues() {
        return List.of("null", "true", "[]", "{}", "\"\"", "\" \"", "\"?\"", "-1", "1e400", "9".repeat(30),
                "9223372036854775807", "\"\\u0000\"", "\"\\ud800\"", "[null]", "[{}]", "[[1]]", "{\"a\": null}");
    }

    @ParameterizedTest
    @MethodSource("oddValues")
    void survivesAnOddValueInAnyPlace(String odd) throws IOException {
        JsonNode delivery = JSON.readTree(EVERYTHING);
        for (JsonNode parent : withChildren(delivery)) {
            for (String name : List.copyOf(names(parent))) {
                JsonNode before = replace(parent, name, JSON.getNodeFactory().rawValueNode(new RawValue(odd)));
                String body = JSON.writeValueAsString(delivery);
                replace(parent, name, before);

                assertThat(intake.deliver(body)).as(body).isEqualTo(Answer.OK);
            }
        }
    }

    @Test
    void survivesChanceBytes() {
        long seed = System.nanoTime();
        Random chance = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = EVERYTHING.getBytes(StandardCharsets.UTF_8);
            for (int change = 0; change <= round % 3; change++) {
                body[chance.nextInt(body.length)] = (byte) chance.nextInt();
            }

            assertThat(intake.deliver(body)).as("seed %d, round %d", seed, round).isEqualTo(Answer.OK);
        }
    }

    private static List<JsonNode> withChildren(JsonNode root) {
        List<JsonNode> parents = new ArrayList<>();
        if (root.isContainerNode()) {
            parents.add(root);
            root.forEach(child -> parents.addAll(withChildren(child)));
        }
        return parents;
    }

    private static List<String> names(JsonNode parent) {
        List<String> names = new ArrayList<>();
        if (parent.isObject()) {
            parent.fieldNames().forEachRemaining(names::add);
        } else {
            IntStream.range(0, parent.size()).mapToObj(String::valueOf).forEach(names::add);
        }
        return names;
    }

    /** Returns what stood there before. */
    private static JsonNode replace(JsonNode parent, String name, JsonNode value) {
        return parent instanceof ObjectNode object
                ? object.replace(name, value)
                : ((ArrayNode) parent).set(Integer.parseInt(name), value);
    }
}
