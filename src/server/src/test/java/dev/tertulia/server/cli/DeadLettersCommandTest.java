package dev.tertulia.server.cli;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.action.Message;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Progress;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.LiveServer;
import dev.tertulia.store.SettlementKind;
import dev.tertulia.store.Stores;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The command {@code dead-letters} lists, shows, retries and discards letters. */
class DeadLettersCommandTest extends DeadLettersBench {

    @Test
    void countsAllKinds() {
        deadSend("1");
        deadSend("2");
        deadEvent();

        assertThat(bench.run("letters")).isZero();

        assertThat(bench.answer()).containsExactly(bench.number,
                "  dead events        1  events whose handlers failed permanently",
                "  dead sends         2  messages and operations that failed permanently",
                "  held               0  messages that wait for the group's window or the daily cost limit",
                "  unknown            0  messages that may have been sent and wait for a status",
                "  parked             0  groups that wait for a member to join or for WhatsApp to lift a restriction",
                "  quarantined        0  parts of deliveries that could not be read");
    }

    @Test
    void listsTheDeadOfBothKindsWithoutTheirWords() {
        deadSend("1");
        deadEvent();

        assertThat(bench.run("letters", "dead")).isZero();

        assertThat(bench.answer()).containsExactly(bench.number,
                "  " + id(DeadLetterKind.DEAD_EVENT) + "  2026-03-02T09:00:00Z  g", "    TeaBot failed",
                "  " + id(DeadLetterKind.DEAD_SEND) + "  2026-03-02T09:00:00Z  g",
                "    131026 Undeliverable: too bad.");
    }

    @Test
    void listsWhatWaits() {
        settle(bench.stores, send("h", "1"),
                new Settlement.Held(send("h", "1"), NOW, NOW.plus(LONG), "the window is shut"));
        settle(bench.stores, send("u", "2"), settlement(unknown(send("u", "2")), SettlementKind.AGAIN, NOW.plus(LONG)));
        settle(bench.stores, send("p", "3"), settlement(send("p", "3"), SettlementKind.PARKED));
        bench.stores.inbox().quarantine("{", "this is not JSON", NOW);

        bench.run("letters", "held");
        assertThat(bench.answer()).containsExactly(bench.number, "  held:1772442060000:1:h  2026-03-02T09:00:00Z  h",
                "    the window is shut");
        bench.run("letters", "unknown");
        assertThat(bench.answer()).containsExactly(bench.number, "  unknown:2  2026-03-02T09:00:00Z  u",
                "    it is unknown whether it was sent: it waits for a status until 2026-03-02T09:01:00Z");
        bench.run("letters", "parked");
        assertThat(bench.answer()).startsWith(bench.number, "  parked:1772442000000:p  2026-03-02T09:00:00Z  p")
                .last().asString().startsWith("    131020 ");
        bench.run("letters", "quarantined");
        assertThat(bench.answer()).containsExactly(bench.number,
                "  " + id(DeadLetterKind.QUARANTINED) + "  2026-03-02T09:00:00Z  -", "    this is not JSON");
    }

    @Test
    void goesOnWhereAPageEnds() {
        for (int i = 0; i < 23; i++) {
            bench.stores.inbox().quarantine("{", "part " + i, NOW);
        }
        String last = bench.stores.deadLetters().queue(DeadLetterKind.QUARANTINED).list(null, 20).getLast().id()
                .toString();

        bench.run("letters", "quarantined");
        assertThat(bench.answer()).hasSize(1 + 2 * 20 + 1)
                .last().isEqualTo("  more quarantined: dead-letters --number " + bench.number + " --from " + last);

        bench.run("letters", "--number", bench.number, "--from", last);
        assertThat(bench.answer()).filteredOn(line -> line.startsWith("    ")).containsExactly("    part 2",
                "    part 1", "    part 0");
        bench.run("letters", "quarantined", "--from", "raw:0-1");
        assertThat(bench.answer()).containsExactly(bench.number, "  no quarantined after raw:0-1");
    }

    @Test
    void showsALetterWithItsWords() {
        deadSend("1");
        String id = id(DeadLetterKind.DEAD_SEND);

        assertThat(bench.run("letters", "show", id)).isZero();

        assertThat(bench.answer()).containsExactly(id, "  Group:   g", "  Since:   2026-03-02T09:00:00Z",
                "  Cause:   131026 Undeliverable: too bad.",
                "  Content: {\"id\":\"1\",\"group\":\"g\",\"action\":{\"is\":\"FreeForm\",\"body\":{\"is\":\"Text\","
                        + "\"words\":\"hello\",\"preview\":false}},\"priority\":\"REPLY\",\"whenShut\":{\"is\":\"Hold\","
                        + "\"atMost\":\"PT1H\"},\"created\":\"2026-03-02T09:00:00Z\","
                        + "\"progress\":{\"is\":\"Ready\",\"attempts\":0}}");
    }

    @Test
    void showsWhatATerminalWouldObey() {
        Send send = new Send("1", "g\u009b1m",
                new Message.FreeForm(new Body.Text("\u001b]0;x\u0007\u202eevil\n\u0085👩\u200d🚀",
                        false), null),
                Priority.REPLY, new WhenShut.Hold(LONG), NOW, null, Progress.NONE);
        settle(bench.stores, send,
                SettlementKind.dead(send, NOW, "131026 No\r\n  send:0 \u001b[2J", 131026));
        String id = id(DeadLetterKind.DEAD_SEND);

        bench.run("letters", "dead");
        assertThat(bench.answer()).endsWith("  " + id + "  2026-03-02T09:00:00Z  g\\u009b1m",
                "    131026 No\\u000d\\u000a  send:0 \\u001b[2J");
        bench.run("letters", "show", id);
        assertThat(bench.answer()).contains("  Cause:   131026 No\\u000d\\u000a  send:0 \\u001b[2J").last().asString()
                .containsIgnoringCase("\"words\":\"\\u001b]0;x\\u0007\\u202eevil\\n\\u0085👩\u200d🚀\"");
        bench.run("letters", "show", "send:\u001b[2J");
        assertThat(bench.complaint())
                .containsExactly(
                        "There is no letter send:\\u001b[2J; it may have been removed. Count the letters with: dead-letters");
    }

    @Test
    void retriesOnce() {
        deadSend("1");
        String id = id(DeadLetterKind.DEAD_SEND);

        assertThat(bench.run("letters", "retry", id)).isZero();
        assertThat(bench.answer()).containsExactly(id + ": it is the last in its group's queue");
        assertThat(bench.stores.outbox().due(LaneKind.MESSAGES, NOW, 1))
                .containsExactly(new DueQueue("g", Priority.REPLY));

        assertThat(bench.run("letters", "retry", id)).isEqualTo(1);
        assertThat(bench.complaint())
                .containsExactly("There is no letter " + id
                        + "; it may have been removed. Count the letters with: dead-letters");
    }

    @Test
    void readsAPayloadAgainWithTheSettingsOfTheServer() {
        bench.stores.inbox().quarantine("{", "this is not JSON", NOW);
        String id = id(DeadLetterKind.QUARANTINED);

        assertThat(bench.run("letters", "retry", id)).isEqualTo(1);

        assertThat(bench.complaint())
                .containsExactly(id + ": it stays, because it still cannot be read: this is not JSON");
    }

    @Test
    void discardsOnce() {
        deadEvent();
        String id = id(DeadLetterKind.DEAD_EVENT);

        assertThat(bench.run("letters", "discard", id)).isZero();
        assertThat(bench.answer()).containsExactly(id + ": it is forgotten");

        assertThat(bench.run("letters", "discard", id)).isEqualTo(1);
        assertThat(bench.stores.deadLetters().queue(DeadLetterKind.DEAD_EVENT).count()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "letters lost | 'lost' is not a kind of letter; write dead, held, unknown, parked or quarantined",
            "letters held --from send:1-0 | send:1-0 is not a letter of the kind held",
            "letters show 17 | Invalid value for positional parameter at index 0 (ID): '17' is no id of a letter; one"
                    + " begins with event:, send:, held:, unknown:, parked:, raw: and stands at the head of each letter"
                    + " in the list",
            "letters show | Missing required parameter: 'ID'"})
    void explainsWhatItDoesNotUnderstand(String words, String message) {
        assertThat(bench.run(words.split(" "))).isEqualTo(2);

        assertThat(bench.complaint()).containsExactly(message, "Try --help.");
    }

    @Test
    void wantsANumberOfTheConfiguration() {
        assertThat(bench.run("letters", "--number", "7")).isEqualTo(1);

        assertThat(bench.complaint())
                .containsExactly(
                        "'7' is not a phone number id of this configuration; the ids are " + bench.number + ".");
    }

    @Test
    void asksWhichOfSeveralNumbersIsMeant() {
        String other = TestRedis.newNumber();
        bench.with("whatsapp.phone-number-id", "").with("whatsapp.numbers.one.phone-number-id", bench.number)
                .with("whatsapp.numbers.two.phone-number-id", other);
        for (Stores stores : List.of(bench.stores, TestRedis.shared().stores(other))) {
            settle(stores, send("p", "1"), settlement(send("p", "1"), SettlementKind.PARKED));
        }

        assertThat(bench.run("letters", "held")).isZero();
        assertThat(bench.answer()).containsExactlyInAnyOrder(bench.number, "  no held", other, "  no held");
        assertThat(bench.run("letters", "held", "--from", "held:1:1:g")).isEqualTo(2);
        assertThat(bench.complaint()).containsExactly("--from continues the list of one number; name it with --number",
                "Try --help.");
        assertThat(bench.run("letters", "discard", "parked:1772442000000:p")).isEqualTo(2);
        assertThat(bench.complaint().getFirst())
                .startsWith("several numbers have a letter parked:1772442000000:p; choose one with --number: ");
        assertThat(bench.run("letters", "discard", "parked:1772442000000:p", "--number", other)).isZero();
        assertThat(bench.answer())
                .containsExactly("parked:1772442000000:p: everything that its group had to send is deleted");
    }

    @Test
    void saysThatItCannotLookIntoAnotherMemory() {
        bench.with("redis.uri", "").with("tertulia.store", "memory");

        assertThat(bench.run("letters")).isEqualTo(1);

        assertThat(bench.complaint()).containsExactly("The server keeps its data in memory, where no other process"
                + " can read it; set REDIS_URI to use Redis.");
    }

    @Test
    void saysThatRedisIsAway() {
        bench.with("redis.uri", "redis://127.0.0.1:1");

        assertThat(bench.run("letters")).isEqualTo(3);

        assertThat(bench.complaint()).singleElement().asString().startsWith("Redis at 127.0.0.1:1 ");
    }

    @Test
    void worksWhileTheServerRuns() {
        Map<String, Object> redis = Map.of("redis.uri", TestRedis.shared().uri(),
                "whatsapp.numbers.one.phone-number-id",
                bench.number);
        deadSend("1");
        bench.stores.outbox().release(bench.stores.outbox().lease("pump", LONG).getAsLong());
        bench.stores.inbox().accept(List.of(message("g", "opens the window", Instant.now())), Instant.now());
        try (LiveServer server = new LiveServer(redis)) {
            assertThat(bench.run("letters", "retry", id(DeadLetterKind.DEAD_SEND))).isZero();

            await().untilAsserted(() -> assertThat(server.graph().texts("g")).containsExactly("hello"));
        }
    }
}
