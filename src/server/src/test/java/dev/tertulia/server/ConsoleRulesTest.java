package dev.tertulia.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.Finding;
import dev.tertulia.moderation.cases.Opening;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.cases.Who;
import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Community managers look at the rules, try them on the past, change them and switch them on. */
class ConsoleRulesTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String READER = "only looking at things";
    private static final String PATH = "/console/moderation/rules";
    private static final String RULES = """
            # what we agreed on
            history: { keep: 30d }
            policies:
              - name: p
                groups: { all: true }
                rules:
                  - name: words  # the first one
                    when: { words: [casino] }
                    then: [ { strike: 1 } ]
                  - { name: lists, mode: shadow, when: { words: [lotto] }, then: [ { note: true } ] }
            """;
    private static final Pattern BASE = Pattern.compile("name=\"base\" value=\"([0-9a-f]+)\"");
    private static final Pattern TIMELINE = Pattern.compile("(?s)<h2>Timeline</h2>(.*?)<h2>");
    private static final Pattern VERSION = Pattern.compile("/versions/([0-9TZ.]+yml)");

    @TempDir
    private Path folder;

    private Path file;
    private LiveServer server;
    private ConsoleVisitor visitor;

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(folder.resolve("rules<i>.yml"), RULES);
        server = new LiveServer(Map.of("tertulia.console.password", PASSWORD, "tertulia.console.reader-password",
                READER, "tertulia.moderation", file.toString(), "tertulia.moderation-reload", "50ms"));
        visitor = new ConsoleVisitor(server.url());
        visitor.login(PASSWORD);
    }

    @AfterEach
    void stop() {
        visitor.close();
        server.close();
    }

    private void says(String words) {
        Trail trail = Trail.of(server.bean(Logs.class), Duration.ofDays(400));
        int before = trail.search(CaseQuery.latest(100)).size();
        deliver(words);
        await().until(() -> trail.search(CaseQuery.latest(100)).size() > before);
    }

    private void deliver(String words) {
        server.meta().deliver(Delivery.ofMessages(
                List.of(Delivery.message("group-1", "wamid.in-" + UUID.randomUUID(), words, Instant.now()))));
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    /** Sends the form of the editor, as the page has it. */
    private HttpResponse<String> edit(String action, String text) {
        return edit(action, text, found(BASE, visitor.get(PATH + "/edit").body()));
    }

    private HttpResponse<String> edit(String action, String text, String base) {
        return visitor.post(PATH + "/edit",
                new HashMap<>(Map.of("action", action, "text", text, "base", base, "since", "1d")));
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void showsRulesWithTheirHits() {
        says("casino one");
        says("casino two");

        assertThat(visitor.get(PATH).body())
                .contains("rules&lt;i&gt;.yml", "p/words", "p/lists", "shadow", "Hits of the last 7 days")
                .contains("<b>2</b>", "<b>0</b>");
        assertThat(visitor.get(PATH + "?format=csv").body()).contains("\"p/words\",\"shadow\",\"message\",\"2\",\"2\"");
    }

    @Test
    void allHitsOfTheDaysAreCountedHoweverManyThereAre() {
        Trail trail = Trail.of(server.bean(Logs.class), Duration.ofDays(400));
        for (int number = 0; number < 1_234; number++) {
            trail.open("case " + number, Instant.now(), known -> new Opening(Instant.now(), "v1", "group-1", "message",
                    new Who("1650", "Ana", null), null, null, "casino",
                    List.of(new Finding("p/words", "shadow", "words", "casino")), List.of(), Map.of(), Map.of()));
        }

        assertThat(visitor.get(PATH).body()).contains("Cases are still being counted");
        await().untilAsserted(() -> assertThat(visitor.get(PATH).body()).contains("<b>1,234</b>")
                .doesNotContain("Cases are still being counted"));
    }

    @Test
    void theTimelineOfAGroupHasItsMessagesIfTheyAreKept() throws IOException {
        says("casino <b>one");
        says("casino two");

        assertThat(timeline()).containsSubsequence("casino two", "casino &lt;b&gt;one", "GroupMessage");
        assertThat(visitor.get("/console/groups/group-1?list=messages&format=csv").body())
                .startsWith("at,name,type,text\r\n").contains("\"text\",\"casino <b>one\"");
        Files.writeString(file, RULES.replace("history: { keep: 30d }\n", ""));
        await().untilAsserted(() -> assertThat(timeline()).contains("GroupMessage").doesNotContain("casino"));
    }

    /** That part of a group's page; its cases show what people wrote as long as they are kept. */
    private String timeline() {
        return found(TIMELINE, visitor.get("/console/groups/group-1").body());
    }

    @Test
    void showsWhyAFileIsRefused() throws IOException {
        Files.writeString(file, RULES.replace("words: [casino]", "wrds: [casino]"));

        await().untilAsserted(() -> assertThat(visitor.get(PATH).body())
                .contains("is refused. Version", "line 8, column 17: 'wrds' is no key of 'when'"));
        assertThat(visitor.get(PATH + "/edit").body()).contains("data-line=\"8\"", "line 8, column 17");
    }

    @Test
    void checksATextAndShowsWhatWouldChange() {
        String right = edit("check", RULES.replace("casino", "poker")).body();
        String wrong = edit("check", RULES.replace("30d", "30")).body();

        assertThat(right).contains("The file is right.", "rule words when", "poker");
        assertThat(wrong).contains("One thing is wrong", "line 2, column ").contains("history: { keep: 30 }");
        assertThat(text()).isEqualTo(RULES);
    }

    @Test
    void savesAndKeepsWhatItWas() {
        String better = RULES.replace("casino", "poker");

        assertThat(edit("save", better.replace("\n", "\r\n")).statusCode()).isEqualTo(303);

        assertThat(text()).isEqualTo(better);
        await().untilAsserted(() -> {
            deliver("poker"); // no case before the new rules are in force
            assertThat(visitor.get(PATH).body()).containsPattern("<b>[1-9]\\d*</b>");
        });
        String version = found(VERSION, visitor.get(PATH + "/versions").body());
        assertThat(visitor.get(PATH + "/versions?format=csv").body()).startsWith("name,replaced")
                .contains("\"" + version + "\"");
        String page = visitor.get(PATH + "/versions/" + version).body();
        assertThat(page).contains("What would change", "<del>", "casino");

        visitor.post(PATH + "/versions/" + version + "/restore", Map.of("base", found(BASE, page)));

        assertThat(text()).isEqualTo(RULES);
    }

    @Test
    void wrongTextIsNotSaved() {
        HttpResponse<String> answer = edit("save", RULES.replace("words: [casino]", "wrds: [<b>]"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Nothing was saved: the file is wrong.", "line 8, column 17",
                "wrds: [&lt;b&gt;]");
        assertThat(text()).isEqualTo(RULES);
    }

    @Test
    void whoSavesSecondDoesNotOverwriteTheFirst() {
        String base = found(BASE, visitor.get(PATH + "/edit").body());
        edit("save", RULES.replace("casino", "poker"), base);

        HttpResponse<String> answer = edit("save", RULES.replace("casino", "bingo"), base);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("the file has changed meanwhile", "bingo");
        assertThat(text()).contains("poker");
    }

    @Test
    void triesAStricterRuleOnThePast() {
        says("casino tonight");
        server.meta().deliver(Delivery.ofMessages(
                List.of(Delivery.message("group-1", "wamid.in-2", "<i>poker</i> tonight", Instant.now()))));

        HttpResponse<String> started = edit("try", RULES.replace("[casino]", "[casino, poker]"));
        String trial = started.headers().firstValue("Location").orElseThrow();

        await().untilAsserted(() -> assertThat(visitor.get(trial).body()).contains("2 messages, joins and requests",
                "Only this version (1)", "&lt;i&gt;poker&lt;/i&gt; tonight", "<mark>poker</mark>"));
        assertThat(visitor.get(trial + "&format=csv").body())
                .contains("\"p/words\",\"shadow\",\"2\",\"1\",\"1\",\"0\",\"1\",\"1\",\"strike 2\"");
        assertThat(text()).isEqualTo(RULES);
    }

    @Test
    void switchesARuleBehindItsFigures() {
        says("casino tonight");
        String page = visitor.get(PATH + "/mode?rule=p%2Fwords").body();
        assertThat(page).contains("Once enforced, the rule acts.", "<mark>casino</mark> tonight", "Enforce it",
                "strike");
        String switched = found(Pattern.compile("(?s)<textarea name=\"text\" hidden>\n?(.*?)</textarea>"), page)
                .replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");

        edit("save", switched, found(BASE, page));

        assertThat(text()).isEqualTo(RULES.replace("- name: words", "- mode: enforce\n        name: words"));
        await().untilAsserted(
                () -> assertThat(visitor.get(PATH).body()).contains("state good\">enforced"));
    }

    @Test
    void readersSeeAndDoNotWrite() {
        try (ConsoleVisitor reader = new ConsoleVisitor(server.url())) {
            reader.login(READER);

            assertThat(reader.get(PATH + "/edit").body()).contains("casino").doesNotContain("value=\"save\"");
            assertThat(reader.post(PATH + "/edit", Map.of("action", "save", "text", "policies: []")).statusCode())
                    .isEqualTo(403);
        }
        assertThat(text()).isEqualTo(RULES);
    }
}
