package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.server.outside.App;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A community manager's story in a browser: from a hit in shadow to a removal, all in the console. */
class ConsoleModerationIT {

    private static final String PASSWORD = "correct horse battery staple";

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static App demo;

    private final List<String> errors = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        Path file = Files.writeString(folder.resolve("moderation.yml"), """
                history: { keep: 30d }
                policies:
                  - name: community
                    groups: { all: true }
                    rules:
                      - name: words
                        mode: shadow
                        when: { words: [casino] }
                        then: [ { propose: remove } ]
                """);
        demo = PackagedApp
                .start(Map.of("TERTULIA_MODERATION", file.toString(), "TERTULIA_CONSOLE_PASSWORD", PASSWORD));
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

    private Page open(String path) {
        Page page = browser.open(demo.url() + path);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(path + ": " + message.text());
            }
        });
        page.onPageError(error -> errors.add(path + ": " + error));
        return page;
    }

    @Test
    void ruleGoesFromShadowToARemoval() {
        Page phones = open("/playground");
        say(phones, "Carla", "the <b>casino</b> is open");
        say(phones, "Carla", "poker tonight");
        Page page = open("/console/moderation/rules");
        logIn(page);

        triesAStricterRule(page);
        enforcesIt(page);
        say(phones, "Carla", "poker again");
        approves(page);
        assertThat(phone(phones, "Carla")).hasCount(0);
        findsTheTrail(page);
        Assertions.assertThat(errors).isEmpty();
    }

    private static void triesAStricterRule(Page page) {
        assertThat(page.getByRole(AriaRole.TABLE)).containsText("community/words");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("community/words"));
        page.waitForCondition(() -> {
            page.reload();
            return row.locator(".days b").textContent().equals("1"); // the message is judged
        });
        ConsoleLook.at(page, "rules");

        page.locator("a[href*='/rules/edit']").click();
        Locator editor = page.locator("textarea.code");
        editor.fill(editor.inputValue().replace("[casino]", "[casino, poker]"));
        ConsoleLook.at(page, "edit");
        page.locator("button[value=try]").click();
        assertThat(page.locator("#trial")).containsText("Only this version (1)");
        ConsoleLook.at(page, "trial");
        page.locator("button[value=save]").click();
        assertThat(page.locator(".said")).containsText("The rules are saved.");
    }

    private static void enforcesIt(Page page) {
        page.locator("a.switch").click();
        assertThat(page.locator("main")).containsText("the <b>casino</b> is open");
        ConsoleLook.at(page, "mode");
        page.locator("button[value=save]").click();
        assertThat(page.locator(".said")).containsText("The rules are saved."); // a reload before it is refused
        page.waitForCondition(() -> {
            page.reload();
            return page.locator(".state.good").count() == 1; // the new version is in force
        });
        tab(page, "Queue");
        assertThat(page.locator("#queue")).containsText("Nothing waits for a decision.");
    }

    private static void approves(Page page) {
        Locator waiting = page.locator("article.case");
        assertThat(waiting.first()).containsText("0 of 1 approvals");
        ConsoleLook.at(page, "queue");
        page.keyboard().press("j");
        page.keyboard().press("y");
        assertThat(page.locator(".said")).containsText("Case ");
    }

    private static void findsTheTrail(Page page) {
        tab(page, "Cases");
        Locator removed = page.locator("tr", new Page.LocatorOptions().setHasText("carried out"));
        page.waitForCondition(() -> {
            page.reload();
            return removed.count() == 1; // WhatsApp has reported the removal
        });
        ConsoleLook.at(page, "cases");
        removed.locator("a.id").click();
        assertThat(page.locator("ol.trail")).containsText("approved by Mia");
        assertThat(page.locator("ol.trail")).containsText("carried out by WhatsApp");
        ConsoleLook.at(page, "case");
        page.navigate(demo.url() + "/console/people?q=Carla");
        assertThat(page.locator("main")).containsText("was a member until");
        ConsoleLook.at(page, "person");
        page.navigate(demo.url() + "/console/moderation/rules/versions");
        page.locator("main a[href*='/versions/']").first().click();
        assertThat(page.locator("main")).containsText("casino");
        ConsoleLook.at(page, "version");
    }

    private static void tab(Page page, String name) {
        Locator tab = page.locator("nav.tabs a", new Page.LocatorOptions().setHasText(name));
        tab.click();
        assertThat(tab).hasAttribute("aria-current", "page");
    }

    private static void logIn(Page page) {
        page.locator("input[name=name]").fill("Mia");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("input[name=password]").press("Enter");
        assertThat(page.locator("nav.tabs")).isVisible();
    }

    private static void say(Page page, String member, String words) {
        Locator input = phone(page, member).getByLabel("Message as " + member);
        input.fill(words);
        input.press("Enter");
    }

    private static Locator phone(Page page, String member) {
        return page.locator("[data-testid=phone][data-member='" + member + "']");
    }
}
