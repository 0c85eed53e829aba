package dev.tertulia.webhook;

import java.util.stream.Stream;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.message.Event;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Member;

import static org.assertj.core.api.Assertions.assertThat;

/** Ids that could change the address of a later request do not get in: what has them is put aside alone. */
class IdsOnTheWireTest {

    private static final String GOOD = """
            {"from": "16505551234", "group_id": "G1", "id": "good", "timestamp": "1760446100", "type": "text",
             "text": {"body": "hi"}}""";

    private final SampleIntake box = new SampleIntake();

    static Stream<String> ids() {
        return Stream.of("123#x", "123?x", "123%2F4", "..", "1/../2", "a b", "a\u0000b", "a\nb", "{a}")
                .map(id -> new String(JsonStringEncoder.getInstance().quoteAsString(id)));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void aMessageOfSuchAGroupIsQuarantinedAlone(String id) {
        box.deliverMessages("\"messages\": [" + GOOD.replace("G1", id).replace("good", "bad") + "," + GOOD + "]");

        assertThat(box.events()).extracting(Event::group).containsExactly("G1");
        assertThat(box.inbox.quarantined()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void soIsOneThatIsCalledSo(String id) {
        box.deliverMessages("\"messages\": [" + GOOD.replace("good", id) + "," + GOOD.replace("\"type\": \"text\"",
                "\"context\": {\"id\": \"" + id + "\"}, \"type\": \"text\"") + "," + GOOD + "]");

        assertThat(box.events()).hasSize(1);
        assertThat(box.inbox.quarantined()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void soAreAFileAReactionAndAStatus(String id) {
        box.deliverMessages("""
                "messages": [
                {"from": "16505551234", "group_id": "G1", "id": "a", "timestamp": "1760446100", "type": "image",
                 "image": {"id": "%1$s", "mime_type": "image/png"}},
                {"from": "16505551234", "group_id": "G1", "id": "b", "timestamp": "1760446100", "type": "reaction",
                 "reaction": {"message_id": "%1$s", "emoji": "x"}}], "statuses": [
                {"id": "%1$s", "status": "sent", "timestamp": "1760446100", "recipient_id": "G1",
                 "recipient_type": "group"},
                {"id": "c", "status": "sent", "timestamp": "1760446100", "recipient_id": "%1$s",
                 "recipient_type": "group"}]""".formatted(id));

        assertThat(box.events()).isEmpty();
        assertThat(box.inbox.quarantined()).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void soAreEventsOfGroups(String id) {
        box.deliver(SampleIntake.change("group_participants_update", """
                "groups": [{"type": "group_suspend", "group_id": "%1$s", "timestamp": 1760446100},
                {"type": "group_participants_add", "group_id": "%1$s", "timestamp": 1760446100,
                 "added_participants": [{"wa_id": "1"}]},
                {"type": "group_join_request_created", "group_id": "G1", "timestamp": 1760446100, "wa_id": "1",
                 "join_request_id": "%1$s"},
                {"type": "nobody_knows", "group_id": "%1$s", "timestamp": 1760446100}]""".formatted(id)));

        assertThat(box.events()).isEmpty();
        assertThat(box.inbox.quarantined()).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void whoHasSuchAUserIdIsKnownByThePhoneNumber(String id) {
        box.deliver(SampleIntake.change("group_participants_update", """
                "groups": [{"type": "group_participants_add", "group_id": "G1", "timestamp": 1760446100,
                 "added_participants": [{"wa_id": "1", "user_id": "%s"}]}]""".formatted(id)));

        assertThat(box.events()).extracting(event -> ((Joined) event).member())
                .containsExactly(Member.ofPhone("1"));
    }
}
