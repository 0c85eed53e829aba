package dev.tertulia.emulator;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** What the page shows of a process that builds the bots; here the test tells it in the place of the process. */
class PlaygroundBuildTest extends BrowserTest {

    private static final String EVIL = "<img src=x onerror=document.body.remove()>";

    private static ObjectNode build(int seq, int version, String state, ObjectNode... problems) {
        return Json.object("seq", seq, "version", version, "state", state, "millis", 812, "files",
                List.of("src/main/java/org/example/HelloBot.java"), "problems", List.of(problems), "reason",
                state.equals("REFUSED") ? "two handlers for the command /hello " + EVIL : "");
    }

    private void fulfil(String url, ObjectNode body) {
        page.route(url, route -> route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(body.toString())));
    }

    /** The builds that follow each other, the last of which stays. */
    private void show(ObjectNode... builds) {
        fulfil("**/demo/build", builds[0]);
        for (int next = 1; next < builds.length; next++) {
            fulfil("**/demo/build?after=" + builds[next - 1].path("seq") + "*", builds[next]);
        }
        page.route("**/demo/build?after=" + builds[builds.length - 1].path("seq") + "*", route -> {
            // nothing more happens
        });
        page.reload();
    }

    @Test
    void versionThatRunsIsTold() {
        show(build(1, 1, "BUILDING"), build(2, 2, "RUNNING"));

        assertThat(page.getByTestId("build"))
                .hasText("Version 2 of the bots runs: built and loaded in 0.8 s. Changed: HelloBot.java");
    }

    @Test
    void errorsAreShownWhereTheyAre() {
        show(build(3, 2, "ERRORS", Json.object("file", "org/example/HelloBot.java", "line", 11, "column", 5, "message",
                "cannot find symbol " + EVIL, "code", "    Repyl hello;")));

        assertThat(page.getByTestId("build")).containsText("The bots do not compile. Version 2 of the bots runs on.");
        assertThat(page.getByTestId("problem").locator("p"))
                .hasText("org/example/HelloBot.java:11:5: cannot find symbol " + EVIL);
        assertThat(page.getByTestId("problem").locator("pre")).hasText("    Repyl hello;\n    ^");
        assertThat(page.locator("img")).hasCount(0);
    }

    @Test
    void refusalIsShownWithItsReason() {
        show(build(3, 0, "REFUSED"));

        assertThat(page.getByTestId("build")).containsText("The bots cannot run. No version of the bots runs yet.");
        assertThat(page.getByTestId("build")).containsText("two handlers for the command /hello " + EVIL);
    }

    private static ObjectNode tested(long passed, ObjectNode... failures) {
        return build(3, 2, "RUNNING").set("tests",
                Json.object("state", "DONE", "passed", passed, "skipped", 0, "millis",
                        1740, "classes", List.of("HelloBotTest", "PollBotTest"), "failures", List.of(failures),
                        "problems",
                        List.of(), "reason", ""));
    }

    @Test
    void testsThatPassAreCounted() {
        show(build(2, 2, "RUNNING").set("tests", Json.object("state", "RUNNING", "failures", List.of(), "problems",
                List.of())), tested(5));

        assertThat(page.getByTestId("tests")).hasText("5 tests pass: HelloBotTest, PollBotTest, 1.7 s.");
    }

    @Test
    void testsThatFailAreNamed() {
        show(tested(4, Json.object("test", "HelloBotTest: says hello by name", "message", "expected " + EVIL, "place",
                "HelloBotTest.java:14")));

        assertThat(page.getByTestId("tests"))
                .hasText("1 of 5 tests fail: HelloBotTest, PollBotTest, 1.7 s.");
        assertThat(page.getByTestId("failed-test"))
                .hasText("HelloBotTest: says hello by name (HelloBotTest.java:14)expected " + EVIL);
        assertThat(page.locator("img")).hasCount(0);
    }

    @Test
    void handlerThatFailsIsShown() {
        fulfil("**/demo/handlers", Json.object("handlers", List.of()));
        ObjectNode turn = Json.object("seq", 2, "event", Json.object("id", "e1", "group", group, "message", "m1", "at",
                "2026-11-27T10:00:00Z", "kind", "GroupMessage", "what", "Ana: /hello"), "outcome", "RETRIED", "repeats",
                0, "attempts", List.of(Json.object("step", "RETRIED", "handlers", "HelloBot.hello()", "failure",
                        "java.lang.IllegalStateException: oops\n\tat HelloBot", "tookMillis", 3)),
                "answers", List.of(), "changes", Json.object("state", List.of(), "timers", List.of(), "labels",
                        List.of()));
        fulfil("**/demo/turns?after=0*", Json.object("run", "r", "seq", 1, "turns", List.of(), "notices", List.of()));
        fulfil("**/demo/turns?after=1*", Json.object("run", "r", "seq", 2, "turns", List.of(turn), "notices",
                List.of()));
        page.route("**/demo/turns?after=2*", route -> {
            // nothing more happens
        });
        show(build(1, 1, "RUNNING"));

        assertThat(page.getByTestId("failed-handler"))
                .hasText("HelloBot.hello failed: java.lang.IllegalStateException: oops");
        page.getByTestId("failed-handler").click();
        assertThat(page.getByTestId("turn")).containsText("at HelloBot");
    }

    @Test
    void nothingIsShownWhereNobodyBuilds() {
        page.reload();

        assertThat(page.getByTestId("phone")).not().hasCount(0);
        assertThat(page.getByTestId("build")).isHidden();
    }
}
