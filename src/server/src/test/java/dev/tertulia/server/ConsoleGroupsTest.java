package dev.tertulia.server;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.broadcast.BroadcastProgress;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.server.lines.Lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Community managers find groups, label them, write to them, and send broadcasts, here in the demo. */
class ConsoleGroupsTest {

    private final Application demo = Application.start(Map.of("tertulia.port", 0, CountingBot.KEY, true));
    private final FakeWhatsApp whatsApp = demo.bean(FakeWhatsApp.class);
    private final ConsoleVisitor visitor = new ConsoleVisitor(demo.url());
    private final String football = whatsApp.groups().getFirst().id();
    private String books = "";

    @BeforeEach
    void prepare() {
        books = whatsApp.createGroup("Books <script>").id();
        visitor.get("/console/groups");
    }

    @AfterEach
    void stop() {
        visitor.close();
        demo.close();
    }

    private String label(String name, String... more) {
        visitor.post("/console/groups/labels",
                Map.of("label", name, "action", "add", "which", "all", more.length > 0 ? more[0] : "x",
                        more.length > 1 ? more[1] : ""));
        return visitor.get("/console/groups?label=" + name).body();
    }

    @Test
    void findsGroupsBySubjectAndShowsThemAsText() {
        assertThat(visitor.get("/console/groups").body()).contains("Sunday football", "Books &lt;script>");
        assertThat(visitor.get("/console/groups?q=BOOKS").body()).contains("Books &lt;script>")
                .doesNotContain("Sunday football");
        assertThat(visitor.get("/console/groups?q=nothing").body()).contains("Nothing contains");
    }

    @Test
    void labelsThoseThatMatch() {
        assertThat(label("vip", "q", "football")).contains("Sunday football").doesNotContain("Books");
        assertThat(label("BAD")).doesNotContain("Sunday football");
        assertThat(visitor.get("/console/groups?q=vip").body()).contains("Sunday football").doesNotContain("Books");
    }

    @Test
    void saysWhatIsWrongWithALabel() {
        visitor.post("/console/groups/" + football + "/labels", Map.of("label", "BAD", "action", "add"));

        assertThat(visitor.get("/console/groups/" + football).body()).contains("cannot be a label");
    }

    @Test
    void previewsANoticeAndSendsIt() {
        Map<String, String> fields = Map.of("text", "Match at ten", "shut", "hold", "hours", "2");

        assertThat(visitor.post("/console/groups/" + football + "/notice", fields).body())
                .contains("1 group waits until somebody writes.", "Match at ten");
        assertThat(demo.bean(DeadLetters.class).counts().values()).containsOnly(0L);

        visitor.get("/console/groups/" + football);
        assertThat(visitor.post("/console/groups/" + football + "/notice",
                Map.of("text", "Match at ten", "shut", "drop", "action", "send")).statusCode()).isEqualTo(303);
        assertThat(visitor.get("/console/groups/" + football).body())
                .contains("The notice is in the group's queue.");
    }

    @Test
    void aWrongNoticeComesBackWithTheReason() {
        assertThat(visitor.post("/console/groups/" + football + "/notice",
                Map.of("text", "Match", "shut", "template", "template", "No Such")))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(422))
                .satisfies(answer -> assertThat(answer.body()).contains("cannot be a template", "Match"));
    }

    @Test
    void aBroadcastIsEstimatedStartedAndStopped() {
        label("vip");
        Map<String, String> fields = Map.of("name", "digest", "label", "vip", "text", "Hello", "shut", "hold", "hours",
                "5");

        assertThat(visitor.post("/console/broadcasts/new", fields).body()).contains("It would go to 2 groups.",
                "2 groups wait until somebody writes.");
        assertThat(broadcasts()).isEmpty();

        visitor.post("/console/broadcasts/new", Map.of("name", "digest", "label", "vip", "text", "Hello", "shut",
                "hold", "hours", "5", "action", "start"));
        await().untilAsserted(() -> assertThat(visitor.get("/console/broadcasts/digest").body()).contains(
                "<dt>Held</dt><dd>2</dd>"));
        visitor.post("/console/broadcasts/digest/stop", Map.of());

        assertThat(broadcasts()).singleElement().matches(BroadcastProgress::stopped);
        assertThat(visitor.get("/console/broadcasts").body()).contains("digest", "stopped");
    }

    private List<BroadcastProgress> broadcasts() {
        return demo.bean(Broadcasts.class).list();
    }

    @Test
    void showsNumbersTemplatesAndSettings() {
        assertThat(visitor.get("/console/numbers").body()).contains("Emulated Business", "GREEN", "APPROVED", "memory");
        assertThat(visitor.get("/console/settings").body()).contains("TERTULIA_PORT");
        assertThat(visitor.get("/console/numbers?list=templates&format=csv").body())
                .startsWith("name,language,category,status,named_by").contains("\"APPROVED\"");
    }

    @Test
    void showsTheProcessesThatAreAliveAndWhatTheySendFor() {
        String number = demo.bean(Lines.class).only("of a test").number();

        await().untilAsserted(() -> assertThat(visitor.get("/console/numbers?list=processes&format=csv").body())
                .startsWith("name,host,version,started,numbers,sends_for,stopping")
                .contains("\"1\",\"" + number + "\",\"false\""));
        assertThat(visitor.get("/console/numbers").body()).contains("this one", number)
                .doesNotContain("Processes of several versions");
    }

    @Test
    void showsWhatAGroupHasToDoWithBots() {
        String member = whatsApp.join(football, "Eve <b>", null).id();
        whatsApp.say(football, member, "/count");
        String path = "/console/groups/" + football;

        await().untilAsserted(
                () -> assertThat(visitor.get(path).body()).contains("CountingBot.Count", "\"value\" : 1"));
        await().untilAsserted(() -> assertThat(visitor.get(path).body()).containsPattern("\\d+ deliveries"));
        assertThat(visitor.get(path).body()).contains("Eve &lt;b&gt;").doesNotContain("tertulia.group");
        assertThat(visitor.get(path + "?format=csv").body()).startsWith("name,phone,user_id,since")
                .contains("Eve <b>");
    }

    @Test
    void aGroupOfAnotherKindIsMissing() {
        assertThat(visitor.get("/console/groups/a%0Ab").statusCode()).isIn(400, 404);
    }
}
