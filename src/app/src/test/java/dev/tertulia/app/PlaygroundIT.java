package dev.tertulia.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.tertulia.server.outside.App;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The demo's page works in a browser, from the first visit on. */
class PlaygroundIT {

    private static Browser browser;
    private static App demo;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        demo = PackagedApp.start(Map.of());
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void playsTheStoryOfTheReadme() {
        Page page = browser.open(demo.url() + "/playground");
        assertThat(page.getByTestId("phone")).hasCount(3);

        say(page, "Ana", "/ping");
        assertThat(heard(page, "Ben", "text", "pong")).hasCount(1);
        assertThat(page.getByTestId("window")).containsText(Pattern.compile("open", Pattern.CASE_INSENSITIVE));

        join(page, "Dora"); // a join event contains the phone number, not the name
        assertThat(heard(page, "Dora", "text", "Welcome, 1")).hasCount(1);

        phone(page, "Ben").getByLabel("Ben leaves").click();
        assertThat(phone(page, "Ben")).hasCount(0);

        say(page, "Carla", "/remind 1d the match");
        assertThat(heard(page, "Ana", "text", "I will remind you in 1d.")).hasCount(1);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "playground.png")));
        page.getByLabel("Move the clock 25 h").click();
        assertThat(heard(page, "Ana", "template", "the match")).hasCount(1);
        assertThat(page.getByTestId("window")).containsText(Pattern.compile("shut", Pattern.CASE_INSENSITIVE));

        join(page, "Eve");
        assertThat(heard(page, "Eve", "template", "Welcome to the group, 1")).hasCount(1);
    }

    @Test
    void showsWhatPeopleWroteAsText() {
        Page page = browser.open(demo.url() + "/playground");

        say(page, "Carla", "/echo <img src=x onerror=document.body.remove()>");

        assertThat(heard(page, "Ana", "text", "<img src=x onerror=document.body.remove()>")).not().hasCount(0);
        assertThat(page.locator("img")).hasCount(0);
    }

    @Test
    void saysWhyTheBotIsSilent() {
        Page page = browser.open(demo.url() + "/playground");

        say(page, "Carla", "who brings the oranges?");

        Locator did = phone(page, "Carla").getByTestId("did").last();
        assertThat(did).hasText("no handler fits");
        did.click();
        assertThat(page.getByTestId("turn").first()).containsText("@OnCommand /remind {after} {words...}");
    }

    @Test
    void offersTheCommandsOfTheBots() {
        Page page = browser.open(demo.url() + "/playground");

        phone(page, "Carla").getByTestId("command").getByText("/echo").click();
        page.keyboard().type("hello there");
        page.keyboard().press("Enter");

        assertThat(heard(page, "Ana", "text", "hello there")).hasCount(1);
        assertThat(phone(page, "Carla").getByTestId("did").filter(
                new Locator.FilterOptions().setHasText("EchoBot.echo: 1 answer"))).not().hasCount(0);
    }

    private static void say(Page page, String member, String words) {
        Locator input = phone(page, member).getByLabel("Message as " + member);
        input.fill(words);
        input.press("Enter");
    }

    private static void join(Page page, String name) {
        page.getByLabel("Name of the new member").fill(name);
        page.getByTestId("join").click();
        assertThat(phone(page, name)).hasCount(1);
    }

    private static Locator phone(Page page, String member) {
        return page.locator("[data-testid=phone][data-member='" + member + "']");
    }

    /** The bot's messages on a phone. */
    private static Locator heard(Page page, String member, String kind, String words) {
        return phone(page, member).locator("[data-testid=bubble][data-from=business][data-kind=" + kind + "]")
                .filter(new Locator.FilterOptions().setHasText(words));
    }
}
