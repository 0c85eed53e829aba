package dev.tertulia.server.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.Line;
import dev.tertulia.journal.Journal;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.WaitingSend;
import dev.tertulia.store.Claim;
import dev.tertulia.store.InHand;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.SettlementKind;
import dev.tertulia.store.StoredName;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.operation;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.state;
import static org.assertj.core.api.Assertions.assertThat;

/** The commands that look at a line, and the one that sends through it. */
class LineCommandsTest {

    private static final ObjectMapper JSON = Line.Environment.of("test", () -> NOW, Journal.toLog()).json();

    private final CommandBench bench = new CommandBench();

    /** Somebody writes in a group, and its facts are stored. */
    private void group(String id, String subject, Instant written) throws JsonProcessingException {
        bench.stores.inbox().accept(List.of(message(id, "first-" + id, written)), NOW);
        Claim claim = bench.stores.inbox().claim(1, LONG).getFirst();
        bench.stores.inbox().open(claim);
        GroupFacts facts = GroupFacts.NONE.with(new GroupFacts.Profile(subject, null, null, false, false))
                .with(new GroupFacts.Times(null, null, written, null, null))
                .withPeople(List.of(new GroupFacts.Person(Member.ofPhone("4915112345678"), NOW)), List.of());
        InHand.commit(bench.stores.inbox(), claim,
                state(StoredName.of(GroupFacts.class), JSON.writeValueAsString(facts)),
                NOW);
    }

    private JsonNode json(String... words) throws JsonProcessingException {
        String[] all = Stream.concat(Stream.of(words),
                Stream.of("--json")).toArray(String[]::new);
        assertThat(bench.run(all)).as(String.join("\n", bench.complaint())).isZero();
        return JSON.readTree(String.join("", bench.answer()));
    }

    @Test
    void listsGroups() throws Exception {
        group("G1", "Book club", NOW.minus(Duration.ofHours(30)));
        group("G2", "Tea\u202e", NOW);

        assertThat(bench.run("groups")).isZero();

        assertThat(bench.answer()).containsExactly(bench.number,
                "  open  until 2026-03-03T09:00:00Z  1 member  Tea\\u202e (G2)",
                "  shut  until 2026-03-02T03:00:00Z  1 member  Book club (G1)");
    }

    @ParameterizedTest
    @CsvSource({"book,G1", "g2,G2", "5678,'G2,G1'", "nothing,''"})
    void findsGroupsByTheirText(String text, String found) throws Exception {
        group("G1", "Book club", NOW);
        group("G2", "Tea", NOW.plusSeconds(-1));
        bench.stores.labels().change(new LabelChange("G2", "vip", true));

        assertThat(json("groups", text).findValuesAsText("id")).containsExactlyInAnyOrder(
                found.isEmpty() ? new String[0] : found.split(","));
        assertThat(json("groups", "--label", "vip").findValuesAsText("id")).containsExactly("G2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | open until 2026-03-03T09:00:00Z, for 24 h more",
            "1439 | counts as shut, because it ends in less than the margin of 2 min, at 2026-03-02T09:01:00Z",
            "1500 | shut since 2026-03-02T08:00:00Z, for 60 min"})
    void showsAWindow(int minutesAgo, String sentence) throws Exception {
        group("G1", "Book club", NOW.minus(Duration.ofMinutes(minutesAgo)));

        assertThat(bench.run("window", "book club")).isZero();

        assertThat(bench.answer()).containsExactly("Book club (G1)", "  " + sentence);
    }

    @Test
    void showsAWindowInJson() throws Exception {
        group("G1", "Book club", NOW);

        assertThat(json("window", "G1")).hasToString("{\"number\":\"" + bench.number
                + "\",\"group\":\"G1\",\"subject\":\"Book club\",\"open\":true,\"until\":\"2026-03-03T09:00:00Z\","
                + "\"lastActivity\":\"2026-03-02T09:00:00Z\",\"held\":0}");
    }

    @Test
    void namesTheGroupsAmongWhichToChoose() throws Exception {
        group("G1", "Tea", NOW);
        group("G2", "tea", NOW.plusSeconds(-1));

        assertThat(bench.run("window", "Tea")).isEqualTo(1);
        assertThat(bench.complaint()).containsExactly("2 groups are called 'Tea'; name one by its id: G1, G2");
        assertThat(bench.run("window", "coffee")).isEqualTo(1);
        assertThat(bench.complaint())
                .containsExactly("No group has the id or subject 'coffee'; list them with: groups");
    }

    private List<Send> waiting() {
        return bench.stores.outbox().waiting(10).stream().map(WaitingSend::first).toList();
    }

    @Test
    void sendsThroughTheOutbox() throws Exception {
        group("G1", "Book club", NOW);

        assertThat(bench.run("send", "--group", "book club", "We start at 8.")).isZero();

        assertThat(bench.answer()).containsExactly("Book club (G1)",
                "  stored: free-form, the window is open until 2026-03-03T09:00:00Z");
        assertThat(waiting()).singleElement().extracting(Send::group, Send::priority).containsExactly("G1",
                Priority.NOTICE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | held | it is held until somebody writes, because %s",
            "--drop | dropped | nothing is sent, because %s",
            "--template reminder --param 8 | template | as the template reminder, because %s"})
    void saysWhatHappensOutsideOfTheWindow(String options, String effect, String words) throws Exception {
        group("G1", "Book club", NOW.minus(Duration.ofHours(30)));

        String command = ("send --dry-run --group G1 hello " + options).strip();
        JsonNode result = json(command.split(" "));

        assertThat(result.path("effect").asText()).isEqualTo(effect);
        assertThat(result.path("words").asText())
                .isEqualTo(words.formatted("the window is shut since 2026-03-02T03:00:00Z"));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void sendsToAPersonAndHidesMostOfTheNumber() {
        assertThat(bench.run("send", "--person", "+1 650 555 1234", "hello")).isZero();

        assertThat(bench.answer()).containsExactly("person:…1234",
                "  stored: it is held until somebody writes, because nobody has written yet");
        assertThat(waiting()).singleElement().extracting(Send::group).isEqualTo("person:16505551234");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "send --group G1 | Missing required parameter: 'TEXT'",
            "send --group G1 --param 8 hello | --param and --language are for a template; name it with --template",
            "send --person nobody hello | 'nobody' is neither a phone number nor a user id; write one such as +15550001111 or US.134",
            "send --group G1 --hold soon hello | Invalid value for option '--hold': 'soon' is not a length of time; write one such as 90s, 15m, 24h or 7d"})
    void explainsWhatCannotBeSent(String words, String complaint) {
        assertThat(bench.run(words.split(" "))).isEqualTo(2);

        assertThat(bench.complaint()).containsExactly(complaint, "Try --help.");
    }

    @Test
    void needsAGroupOrAPerson() {
        assertThat(bench.run("send", "hello")).isEqualTo(2);

        assertThat(bench.complaint().getFirst()).endsWith(
                "Missing required argument (specify one of these): (--group=GROUP | --person=PERSON)");
    }

    @Test
    void showsWhatWaitsToBeSentAndWhy() throws Exception {
        long fence = bench.stores.outbox().lease("pump", LONG).getAsLong();
        bench.stores.outbox().add(send("G1", "1"));
        bench.stores.outbox().add(send("G1", "2"));
        Send first = InHand.begin(bench.stores.outbox(), fence, LaneKind.MESSAGES,
                new DueQueue("G1", Priority.REPLY)).orElseThrow();
        InHand.settle(bench.stores.outbox(), fence, settlement(first, SettlementKind.AGAIN, NOW.plus(LONG)));
        bench.stores.outbox().add(operation("G2", "3"));
        bench.stores.outbox().add(send("person:16505551234", "4"));

        assertThat(bench.run("outbox")).isZero();

        assertThat(bench.answer()).containsExactlyInAnyOrder(bench.number
                + ": 4 to send, 0 being sent, 0 held, 0 in parked groups, 0 dead letters",
                "  2026-03-02T09:00:00Z  G1: message, and 1 behind it",
                "    is tried again at 2026-03-02T09:01:00Z",
                "  2026-03-02T09:00:00Z  G2: reset invite link",
                "    is due since 2026-03-02T09:00:00Z, and waits for its lane",
                "  2026-03-02T09:00:00Z  person:…1234: message",
                "    is due since 2026-03-02T09:00:00Z, and waits for its lane");
        assertThat(json("outbox").at("/0/entries").findValuesAsText("conversation"))
                .contains("G1", "G2", "person:16505551234");
    }

    @Test
    void showsWhatWaitsOfOneGroup() throws Exception {
        group("G1", "Book club", NOW);
        for (String other : List.of("G1", "G2", "G3")) {
            bench.stores.outbox().add(send(other, "to " + other));
            bench.stores.inbox().accept(List.of(message(other, "of " + other)), NOW);
        }

        assertThat(json("outbox", "--group", "book club", "--limit", "1").at("/0/entries")
                .findValuesAsText("conversation")).containsExactly("G1");
        assertThat(json("inbox", "--group", "G1").at("/0/conversations").findValuesAsText("conversation"))
                .containsExactly("G1");
    }

    @Test
    void saysThatTheDemoHasNoStore() {
        Stream.of("whatsapp.access-token", "whatsapp.app-secret", "whatsapp.verify-token", "whatsapp.phone-number-id")
                .forEach(key -> bench.with(key, ""));

        assertThat(bench.run("groups")).isEqualTo(1);

        assertThat(bench.complaint()).singleElement().asString()
                .startsWith("Without WHATSAPP_ACCESS_TOKEN the demo runs, which does not use REDIS_URI but keeps");
    }

    @Test
    void showsWhatIsHeldAndParked() throws Exception {
        long fence = bench.stores.outbox().lease("pump", LONG).getAsLong();
        for (SettlementKind kind : List.of(SettlementKind.HELD, SettlementKind.PARKED)) {
            bench.stores.outbox().add(send("G" + kind, "of " + kind));
            Send one = InHand.begin(bench.stores.outbox(), fence, LaneKind.MESSAGES,
                    new DueQueue("G" + kind, Priority.REPLY)).orElseThrow();
            InHand.settle(bench.stores.outbox(), fence, settlement(one, kind));
        }

        assertThat(json("outbox").at("/0/entries").findValuesAsText("state")).containsExactly("held", "parked");
        assertThat(bench.run("outbox")).isZero();
        assertThat(bench.answer().getFirst()).endsWith(
                ": 0 to send, 0 being sent, 1 held, 1 in parked groups, 0 dead letters");
    }

    @Test
    void showsWhatWaitsToBeHandledAndWhy() throws Exception {
        bench.stores.inbox().accept(List.of(message("G1", "a"), message("G1", "b")), NOW);
        Claim claim = bench.stores.inbox().claim(1, LONG).getFirst();
        bench.stores.inbox().open(claim);
        bench.stores.inbox().accept(List.of(message("G2", "c")), NOW);

        assertThat(bench.run("inbox")).isZero();
        assertThat(bench.answer()).containsExactly(
                bench.number + ": 3 events to handle; 0 dead letters, 0 parts that could not be read",
                "  G2: 1 event", "    no process has taken them for 0 s", "  G1: 2 events",
                "    a process handles the first one, tried 1 time");

        bench.stores.inbox().giveBack(claim, LONG, true);
        assertThat(json("inbox").at("/0/conversations").findValuesAsText("why"))
                .anyMatch(why -> why.matches("the first one failed and is tried again in (59|60) s, tried 1 time"));
    }

    @ParameterizedTest
    @CsvSource({"groups", "outbox", "inbox", "window G1"})
    void needsAStoreThatOtherProcessesCanRead(String words) {
        bench.with("redis.uri", "").with("tertulia.store", "memory");

        assertThat(bench.run(words.split(" "))).isEqualTo(1);

        assertThat(bench.complaint()).singleElement().asString().contains("set REDIS_URI");
    }

    @Test
    void saysThatTheStoreIsAway() {
        bench.with("redis.uri", "redis://127.0.0.1:1");

        assertThat(bench.run("groups")).isEqualTo(3);
    }

    @Test
    void saysThatNoServerAnswers() {
        assertThat(bench.run("lanes", "--server", "http://127.0.0.1:1")).isEqualTo(3);

        assertThat(bench.complaint()).containsExactly(
                "No server answers at http://127.0.0.1:1; start it, or name its address with --server.");
    }
}
