package dev.tertulia.server;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Community managers decide about cases in the console, and look them up. */
class ConsoleModerationTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String READER = "only looking at things";
    private static final String GROUP = "group-1";
    private static final String QUEUE = "/console/moderation";

    @TempDir
    private Path folder;

    private LiveServer server;
    private ConsoleVisitor visitor;

    @BeforeEach
    void start() throws IOException {
        Path file = Files.writeString(folder.resolve("moderation.yml"), """
                policies:
                  - name: p
                    groups: { all: true }
                    rules:
                      - { name: gone, mode: enforce, when: { words: [casino] }, then: [ { propose: remove } ] }
                      - { name: two, mode: enforce, when: { words: [poker] }, then: [ { propose: remove, approvals: 2 } ] }
                      - { name: mild, mode: enforce, when: { words: [bingo] }, then: [ { strike: 1 } ] }
                      - { name: trial, when: { words: [lotto] }, then: [ { strike: 1 } ] }
                """);
        server = new LiveServer(settings(file));
        visitor = new ConsoleVisitor(server.url());
        visitor.login(PASSWORD);
    }

    Map<String, Object> settings(Path file) {
        return Map.of("tertulia.console.password", PASSWORD, "tertulia.console.reader-password", READER,
                "tertulia.moderation", file.toString());
    }

    @AfterEach
    void stop() {
        visitor.close();
        server.close();
    }

    private Trail trail() {
        return Trail.of(server.bean(Logs.class), Duration.ofDays(400));
    }

    /** The case of a message that somebody writes. */
    private Case hit(String words) {
        int before = trail().search(CaseQuery.latest(100)).size();
        server.meta().deliver(Delivery.ofMessages(
                List.of(Delivery.message(GROUP, "wamid.in-" + UUID.randomUUID(), words, Instant.now()))));
        await().until(() -> trail().search(CaseQuery.latest(100)).size() > before);
        return trail().search(CaseQuery.latest(1)).getFirst();
    }

    private CaseState state(Case one) {
        return trail().find(one.number()).orElseThrow().state();
    }

    /** What the console says after a decision. */
    private String decide(ConsoleVisitor who, Case one, String verdict, String note) {
        who.get(QUEUE);
        HttpResponse<String> answer = who.post(QUEUE + "/decide",
                Map.of("case", one.number(), "verdict", verdict, "note", note));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return who.get(answer.headers().firstValue("Location").orElseThrow()).body();
    }

    @Test
    void saysWhatToExpectWhereNothingWaits() {
        assertThat(visitor.get(QUEUE).body()).contains("Nothing waits for a decision.");
        assertThat(visitor.get(QUEUE + "/cases").body()).contains("There are no cases yet.");
    }

    @Test
    void marksEvidenceAndShowsTextsAsText() {
        Case one = hit("<b>casino</b> & more");

        assertThat(visitor.get(QUEUE).body())
                .contains("&lt;b&gt;<mark>casino</mark>&lt;/b&gt; &amp; more", one.number(),
                        "p/gone", "0 of 1 approvals", "lapses")
                .doesNotContain("<b>casino");
    }

    @Test
    void approvedRemovalIsAskedOfWhatsApp() {
        Case one = hit("casino");

        assertThat(decide(visitor, one, "yes", "clear case")).contains("Case " + one.number() + ",", "approved");

        assertThat(state(one)).isEqualTo(CaseState.APPROVED);
        await().untilAsserted(() -> assertThat(server.graph().sent())
                .anySatisfy(request -> assertThat(request.at("/participants/0/user").asText()).isNotEmpty()));
        assertThat(visitor.get(QUEUE + "/cases/" + one.number()).body()).contains("approved by</strong> Ana",
                "clear case");
        assertThat(visitor.get(QUEUE).body()).contains("Nothing waits for a decision.");
    }

    @Test
    void whoIsSecondIsToldWhoDecided() {
        Case one = hit("casino");
        decide(visitor, one, "no", "");

        assertThat(decide(visitor, one, "yes", "")).contains("it is refused, and Ana decided");

        assertThat(state(one)).isEqualTo(CaseState.REFUSED);
    }

    @Test
    void twoApprovalsAreOfTwoPeople() {
        Case one = hit("poker");

        assertThat(decide(visitor, one, "yes", "")).contains("1 of 2 approvals (Ana)");
        assertThat(decide(visitor, one, "yes", "")).contains("Somebody else has to approve too");
        assertThat(state(one)).isEqualTo(CaseState.OPEN);
        try (ConsoleVisitor other = new ConsoleVisitor(server.url())) {
            other.login(PASSWORD, "Max");
            decide(other, one, "yes", "");
        }

        assertThat(state(one)).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void wrongAndForgivenCasesAreSoInTheTrail() {
        Case wrong = hit("bingo");
        assertThat(decide(visitor, wrong, "wrong", "")).contains("the rule should not have hit");
        Case forgiven = hit("bingo bingo");
        decide(visitor, forgiven, "forgive", "");

        assertThat(state(wrong)).isEqualTo(CaseState.WRONG);
        assertThat(state(forgiven)).isEqualTo(CaseState.FORGIVEN);
    }

    @Test
    void readersSeeAndDoNotDecide() {
        Case one = hit("casino");
        try (ConsoleVisitor reader = new ConsoleVisitor(server.url())) {
            reader.login(READER);

            assertThat(reader.get(QUEUE).body()).contains(one.number()).doesNotContain("name=\"verdict\"");
            assertThat(reader.post(QUEUE + "/decide", Map.of("case", one.number(), "verdict", "yes")).statusCode())
                    .isEqualTo(403);
        }
        assertThat(state(one)).isEqualTo(CaseState.OPEN);
    }

    @Test
    void casesAreFoundByWhatIsKnownOfThem() {
        Case shadow = hit("lotto");
        Case open = hit("casino");

        assertThat(visitor.get(QUEUE + "/cases?state=noted").body()).contains("cases/" + shadow.number() + "?")
                .doesNotContain("cases/" + open.number() + "?");
        assertThat(visitor.get(QUEUE + "/cases?rule=p%2Fgone").body()).contains("cases/" + open.number() + "?")
                .doesNotContain("cases/" + shadow.number() + "?");
        assertThat(visitor.get(QUEUE + "/cases?group=other").body()).contains("There are no cases yet.");
        assertThat(visitor.get(QUEUE + "/cases?q=" + shadow.number()).body())
                .contains("cases/" + shadow.number() + "?");
        assertThat(visitor.get(QUEUE + "/cases?q=" + shadow.who().id()).body())
                .contains("cases/" + shadow.number() + "?", "cases/" + open.number() + "?");
    }

    @Test
    void savesCases() {
        Case one = hit("casino");

        assertThat(visitor.get(QUEUE + "/cases?format=csv").body()).startsWith("case,at,state,on,group,person")
                .contains("\"" + one.number() + "\"", "\"p/gone\"");
        assertThat(visitor.get(QUEUE + "/cases?format=json").body()).contains("\"text\":\"casino\"");
        assertThat(visitor.get(QUEUE + "/cases/" + one.number() + "?format=json").body())
                .contains("\"case\":\"" + one.number() + "\"", "\"history\"");
    }

    @Test
    void unknownCaseIsMissing() {
        HttpResponse<String> answer = visitor.get(QUEUE + "/cases/ZZZ");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is no case ZZZ");
    }
}
