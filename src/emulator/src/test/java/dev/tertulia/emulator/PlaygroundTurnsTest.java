package dev.tertulia.emulator;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What the page shows of a bot that tells what it did; here the test tells it in the bot's place. */
class PlaygroundTurnsTest extends BrowserTest {

    private static final String EVIL = "<img src=x onerror=document.body.remove()>";
    private String message;

    @BeforeEach
    void tell() {
        message = whatsApp.say(group, ana, "/poll " + EVIL);
    }

    private static ObjectNode attempt(String step, String handlers, String failure) {
        return Json.object("step", step, "handlers", handlers, "failure", failure, "tookMillis", 3);
    }

    private static ObjectNode mark(String step, String detail) {
        return Json.object("step", step, "detail", detail, "at", "2026-11-27T10:00:00Z");
    }

    private static ObjectNode answer(String what, String whenShut, ObjectNode... marks) {
        return Json.object("id", "s1", "what", what, "whenShut", whenShut, "marks", List.of(marks));
    }

    private static ObjectNode changes() {
        return Json.object("state", List.of(), "timers", List.of(), "labels", List.of());
    }

    private void show(String outcome, List<ObjectNode> attempts, List<ObjectNode> answers, ObjectNode changes) {
        fulfil("**/demo/handlers", Json.object("handlers", List.of(
                Json.object("handler", "PollBot.start(String)", "to", "@OnCommand /poll", "command",
                        "/poll {question...}"),
                Json.object("handler", "PingBot.ping()", "to", "@OnCommand /ping", "command", "/ping", "where",
                        "GROUP"),
                Json.object("handler", "FeeBot.fee()", "to", "@OnCommand /fee", "command", "/fee", "where",
                        "PRIVATE"))));
        ObjectNode turn = Json.object("seq", 1, "event", Json.object("id", "e1", "group", group, "message", message,
                "at", "2026-11-27T10:00:00Z", "kind", "GroupMessage", "what", "Ana: /poll " + EVIL), "outcome",
                outcome, "repeats", 0, "attempts", attempts, "answers", answers, "changes", changes);
        fulfil("**/demo/turns?after=0*", Json.object("run", "r", "seq", 1, "turns", List.of(turn), "notices",
                List.of(Json.object("seq", 1, "step", "QUARANTINED", "subject", "webhook", "detail", EVIL, "at",
                        "2026-11-27T10:00:00Z"))));
        page.route("**/demo/turns?after=1*", route -> {
            // nothing more happens
        });
        page.reload();
    }

    private void fulfil(String url, ObjectNode body) {
        page.route(url, route -> route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body.toString())));
    }

    private Locator chip() {
        return phone("Ana").getByTestId("did");
    }

    private Locator opened() {
        chip().click();
        return page.getByTestId("turn");
    }

    @Test
    void handlerAnswersAndChangesAreShown() {
        ObjectNode changes = changes();
        changes.set("state", Json.tree(List.of(Json.object("name", "Poll", "before", "{\"n\":1}", "after",
                "{\"n\":2}"))));
        changes.set("timers", Json.tree(List.of("started close for tomorrow")));
        show("HANDLED", List.of(attempt("HANDLED", "PollBot.start(String)", null)),
                List.of(answer("Vote " + EVIL, "outside the window held", mark("SENT", "FreeForm"))), changes);

        assertThat(chip()).hasText("PollBot.start: 1 answer");
        assertThat(phone("Ben").getByTestId("did")).hasCount(0);
        Locator turn = opened();
        assertThat(turn).containsText("asked PollBot.start(String) · HANDLED · 3 ms");
        assertThat(turn).containsText("Vote " + EVIL);
        assertThat(turn).containsText("the window was open: sent free-form");
        assertThat(turn).containsText("before {\"n\":1}");
        assertThat(turn).containsText("started close for tomorrow");
        assertThat(page.locator("#turn-notices")).containsText("QUARANTINED: " + EVIL);
        assertThat(page.locator("img")).hasCount(0);
    }

    @Test
    void failureIsShownWithItsTrace() {
        ObjectNode changes = changes().put("deadLetter", "PollBot.start failed 2 times");
        String trace = "java.lang.IllegalStateException: " + EVIL + "\n\tat PollBot.start(PollBot.java:12)";
        show("DEAD", List.of(attempt("RETRIED", "PollBot.start(String)", trace),
                attempt("DEAD", "PollBot.start(String)", trace)), List.of(), changes);

        assertThat(chip()).hasText("PollBot.start failed for good");
        assertThat(opened()).containsText("Attempt 2: asked PollBot.start(String) · DEAD");
        assertThat(opened().locator("pre").first()).hasText(trace);
        assertThat(opened()).containsText("PollBot.start failed 2 times");
        assertThat(page.locator("img")).hasCount(0);
    }

    @Test
    void silenceIsExplainedByWhatTheBotsListenTo() {
        show("UNHANDLED", List.of(attempt("UNHANDLED", "", null)), List.of(), changes());

        assertThat(chip()).hasText("no handler fits");
        assertThat(opened()).containsText("No handler fits. The bots listen to");
        assertThat(opened()).containsText("@OnCommand /poll {question...} · PollBot.start");
    }

    @Test
    void heldAnswerSaysSo() {
        show("HANDLED", List.of(attempt("HANDLED", "PollBot.start(String)", null)),
                List.of(answer("Vote", "outside the window held", mark("HELD", "the window is shut"))), changes());

        assertThat(chip()).hasText("PollBot.start: 1 answer, held");
        assertThat(opened()).containsText("held: the window is shut");
    }

    @Test
    void commandsAreClicked() {
        show("WAITING", List.of(), List.of(), changes());

        phone("Ben").getByTestId("command").getByText("/poll").click();

        assertThat(words("Ben")).hasValue("/poll ");
        assertThat(words("Ben")).isFocused();
        page.keyboard().type("Lunch?");
        page.keyboard().press("Enter");
        assertThat(lastBubble("Ana")).containsText("/poll Lunch?");
    }

    @Test
    void commandsAreOfferedWhereTheyAreHeard() {
        show("WAITING", List.of(), List.of(), changes());
        assertThat(phone("Ben").getByTestId("command")).hasText(new String[]{"/poll", "/ping"});

        phone("Ben").getByTestId("private-tab").click();

        assertThat(phone("Ben").getByTestId("command")).hasText(new String[]{"/poll", "/fee"});
    }

    @Test
    void nothingOfItIsOfferedWhereNoBotTells() {
        say("Ana", "/ping");

        assertThat(lastBubble("Ana")).containsText("pong");
        assertThat(chip()).hasCount(0);
        assertThat(page.getByTestId("command")).hasCount(0);
        assertThat(page.getByTestId("turns-open")).isHidden();
    }
}
