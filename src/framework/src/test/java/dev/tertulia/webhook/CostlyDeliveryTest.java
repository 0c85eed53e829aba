package dev.tertulia.webhook;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Member;
import dev.tertulia.store.RecordingInbox.Quarantined;

import static dev.tertulia.webhook.SampleIntake.change;
import static org.assertj.core.api.Assertions.assertThat;

/** What is put aside of a delivery takes little more room than came, and no longer than a multiple of its length. */
class CostlyDeliveryTest {

    private static final int BYTES = 3_000_000;
    private static final String MESSAGE = """
            {"from": "1", "group_id": "G", "id": "%s", "timestamp": "1760446100", "type": "text",
             "text": {"body": "x"}}""";

    private final SampleIntake intake = new SampleIntake();

    private static String many(String item, int bytes) {
        return String.join(",", Collections.nCopies(bytes / (item.length() + 1), item));
    }

    private long bytesPutAside() {
        return intake.inbox.quarantined().stream().mapToLong(part -> part.raw().length()).sum();
    }

    @Test
    void putsAHundredPartsAsideEachAlone() {
        intake.deliverMessages("\"messages\": [%s, %s]".formatted(many("{}", 300), MESSAGE.formatted("a")));

        assertThat(intake.events()).hasSize(1);
        assertThat(intake.inbox.quarantined()).hasSize(100);
    }

    @Test
    void putsTheDeliveryAsideOnceWhereMoreCannotBeRead() {
        String delivery = change("messages",
                "\"messages\": [%s, %s]".formatted(many("{}", 303), MESSAGE.formatted("a")));

        intake.deliver(delivery);

        assertThat(intake.events()).extracting(event -> ((GroupMessage) event).id()).containsExactly("a");
        assertThat(intake.inbox.quarantined()).containsExactly(new Quarantined(delivery,
                "101 parts of this delivery were quarantined together, since there"
                        + " were too many to keep each alone; the others were handled; the first: 'id' is"
                        + " missing"));
    }

    /** Lists of 3 MB in which nothing can be read, and one message that can. */
    static List<String> worst() {
        String neighbour = MESSAGE.formatted("a");
        String people = "\"groups\": [{\"type\": \"%s\", \"group_id\": \"G\", \"timestamp\": 1760446100, \"%s\": [%s]}]";
        return List.of(change("messages", "\"messages\": [%s, %s]".formatted(many("1", BYTES), neighbour)),
                change("messages", "\"messages\": [%s, %s]".formatted(many("{}", BYTES), neighbour)),
                change("messages", "\"messages\": [%s], \"statuses\": [%s]".formatted(neighbour, many("{}", BYTES))),
                change("", "\"messages\": [%s], ".formatted(neighbour) + people.formatted("group_participants_add",
                        "added_participants", many("{}", BYTES))),
                change("", "\"messages\": [%s], ".formatted(neighbour) + people.formatted("group_participants_remove",
                        "removed_participants", many("7", BYTES))),
                change("messages", "\"messages\": [%s], \"contacts\": [%s], \"statuses\": [%s]".formatted(neighbour,
                        many("{\"wa_id\":\"2\"}", BYTES / 2), many("{\"id\":\"2\"}", BYTES / 2))),
                change("messages", "\"messages\": [%s, %s], \"foreign\": \"%s\"".formatted(many("1", 150), neighbour,
                        "x".repeat(BYTES))),
                change("messages", "\"messages\": [%s, {\"id\": \"%s\"}]".formatted(neighbour, "x".repeat(BYTES / 2))
                        + ", \"contacts\": [%s]".formatted(many("{\"wa_id\":\"2\"}", BYTES / 2))));
    }

    @ParameterizedTest
    @MethodSource("worst")
    @Timeout(60)
    void handlesTheNeighbourOfWhateverCannotBeRead(String delivery) {
        intake.deliver(delivery);

        assertThat(intake.events()).extracting(event -> ((GroupMessage) event).id()).containsExactly("a");
        assertThat(intake.inbox.quarantined()).hasSizeBetween(1, 100);
        assertThat(bytesPutAside()).isLessThanOrEqualTo(2L * delivery.length());
    }

    @Test
    @Timeout(60)
    void findsWhoIsMeantAmongAsManyCardsAsMessages() {
        int people = BYTES / 150;
        String cards = IntStream.range(0, people).mapToObj(i -> "{\"wa_id\":\"9" + i + "\"}")
                .collect(Collectors.joining(","));
        String messages = IntStream.range(0, people)
                .mapToObj(
                        i -> "{\"from\":\"9%d\",\"group_id\":\"G\",\"id\":\"%d\",\"timestamp\":\"1760446100\",\"type\":\"text\",\"text\":{}}"
                                .formatted(i, i))
                .collect(Collectors.joining(","));

        intake.deliverMessages("\"contacts\": [%s], \"messages\": [%s]".formatted(cards, messages));

        assertThat(intake.events()).hasSize(people);
    }

    @Test
    void takesTheFirstCardOfAPerson() {
        intake.deliverMessages("""
                "contacts": [{"wa_id": "1", "user_id": "US.2", "profile": {"name": "other"}},
                {"wa_id": "1", "profile": {"name": "Ana"}}, {"user_id": "US.1", "profile": {"name": "later"}}],
                "messages": [{"from": "1", "from_user_id": "US.1", "group_id": "G", "id": "a",
                "timestamp": "1760446100", "type": "text", "text": {"body": "x"}}]""");

        assertThat(((GroupMessage) intake.events().getFirst()).sender())
                .isEqualTo(new Member("US.1", "1", "Ana", null));
    }

    @Test
    @Timeout(60)
    void letsEverybodyInOfWhomThereAreVeryMany() {
        intake.deliver(change("group_participants_update", """
                "groups": [{"type": "group_participants_add", "group_id": "G", "timestamp": 1760446100,
                "added_participants": [%s]}]""".formatted(IntStream.range(0, BYTES / 20)
                .mapToObj(i -> "{\"wa_id\":\"9" + i + "\"}").collect(Collectors.joining(",")))));

        assertThat(intake.events()).hasOnlyElementsOfType(Joined.class).hasSize(BYTES / 20);
    }
}
