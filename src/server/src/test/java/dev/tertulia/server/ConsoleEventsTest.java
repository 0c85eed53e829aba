package dev.tertulia.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.FakeChat;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.Fault;
import dev.tertulia.emulator.GroupView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Operators follow one event from its webhook to the statuses of each member, here in the demo. */
class ConsoleEventsTest {

    private static final Pattern LIFE = Pattern.compile("href=\"(/console/events/[0-9a-f]{16})\\?");

    private final Application demo = Application.start(Map.of("tertulia.port", 0));
    private final FakeWhatsApp whatsApp = demo.bean(FakeWhatsApp.class);
    private final ConsoleVisitor visitor = new ConsoleVisitor(demo.url());
    private final GroupView football = whatsApp.groups().getFirst();
    private final FakeChat ana = whatsApp.chat(football.id(), football.members().getFirst().id());

    @AfterEach
    void stop() {
        visitor.close();
        demo.close();
    }

    /** A page as soon as it contains some text. */
    private String page(String path, String text) {
        return await().until(() -> visitor.get(path).body(), body -> body.contains(text));
    }

    private static String life(String page) {
        Matcher link = LIFE.matcher(page);
        assertThat(link.find()).as(page).isTrue();
        return link.group(1);
    }

    @Test
    void anAnswerIsFollowedFromTheGroupToTheStatusesOfEachMember() {
        ana.say("/help");

        String life = life(page("/console/groups/" + football.id(), "delivered"));

        assertThat(page(life, "<th>delivered</th>")).contains("GroupMessage", "Handled", "to send", "FreeForm",
                "the whole group", "message:wamid#").doesNotContain("/help");
    }

    @Test
    void aMessageIsFoundByItsId() {
        String id = ana.say("hello");
        ana.say("good morning");
        String list = page("/console/events?q=" + URLEncoder.encode(id, StandardCharsets.UTF_8),
                "href=\"/console/events/");

        assertThat(LIFE.matcher(list).results()).hasSize(1);
        assertThat(page(life(list), "GroupMessage")).doesNotContain("hello");
        assertThat(visitor.get("/console/events?q=nobody").body()).contains("Nothing contains");
    }

    @Test
    void groupsHaveNamesAsSoonAsTheyAreKnown() {
        String books = whatsApp.createGroup("Books").id();

        assertThat(page("/console/events", ">Books</a>")).contains("href=\"/console/groups/" + books);
    }

    @Test
    void aLetterLeadsToTheLifeOfItsEvent() {
        whatsApp.faults().next(Fault.TEMPLATE_PAUSED, 1);
        ana.say("/help");

        String letters = page("/console/deliveries?kind=send", "/console/deliveries/letters/");
        String letter = letters.replaceAll("(?s).*href=\"(/console/deliveries/letters/[^\"]+)\".*", "$1");

        assertThat(visitor.get(life(visitor.get(letter).body())).body()).contains("Handled", "Failed permanently");
    }

    @Test
    void listsAreSavedWithEveryStep() {
        ana.say("/help");
        page("/console/events", "delivered");

        assertThat(visitor.get("/console/events?format=csv").body())
                .startsWith("at,step,group,event,subject,detail,until\r\n").contains("\"ACCEPTED\"", "\"SENT\"");
        assertThat(visitor.get(life(visitor.get("/console/events").body()) + "?format=json").body())
                .startsWith("[{\"at\":").contains("\"step\":\"HANDLED\"");
    }

    @Test
    void anUnknownEventIsMissing() {
        assertThat(visitor.get("/console/events/0123456789abcdef").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/console/events").body()).contains("Nothing was accepted lately.");
    }
}
