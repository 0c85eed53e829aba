package dev.tertulia.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.server.outside.App;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The console works in a browser: for an operator, on all its pages, in light and dark and on a phone. */
class ConsoleIT {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String SERIOUS = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                .filter(one => ['serious', 'critical'].includes(one.impact))
                .map(one => one.id + ' at ' + one.nodes.map(node => node.target).join(', '))""";

    private static Browser browser;
    private static App demo;

    private final List<String> problems = new CopyOnWriteArrayList<>();
    private Page page;
    private String group;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        demo = PackagedApp.start(Map.of("TERTULIA_CONSOLE_PASSWORD", PASSWORD));
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

    @BeforeEach
    void login() {
        page = browser.open(demo.url() + "/console");
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text());
            }
        });
        page.onPageError(problems::add);
        page.getByLabel("Your name").fill("Ana");
        page.getByLabel("Password").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
        assertThat(heading("Overview")).isVisible();
        group = emulator("/emulator/groups", Map.of("subject", "Book club"));
        emulator("/emulator/groups/" + group + "/members", Map.of("name", "Dora"));
    }

    @AfterEach
    void nothingWasWrong() {
        assertThat(problems).isEmpty();
    }

    /** Acts in the emulator, and returns the id of what was made. */
    private String emulator(String path, Map<String, Object> body) {
        String answer = page.request().post(demo.url() + path, RequestOptions.create().setData(body)).text();
        return answer.replaceAll("(?s)^\\{\"id\":\"([^\"]+)\".*", "$1");
    }

    private void says(String words) {
        String member = emulator("/emulator/groups/" + group + "/members", Map.of("name", "Eve"));
        emulator("/emulator/groups/" + group + "/messages", Map.of("from", member, "text", words));
    }

    /** Saves the page as a picture, for docs/console.md and for people who look at it. */
    private void show(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "console", name + ".png")));
    }

    private Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1));
    }

    private Locator alarm(String text) {
        return page.locator(".alarms li").filter(new Locator.FilterOptions().setHasText(text));
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
    }

    private void open(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).first().click();
    }

    @Test
    void anOperatorSeesTheStormAndRetriesWhatFailed() {
        emulator("/emulator/faults", Map.of("fault", "RATE_LIMIT", "times", 2));
        says("/ping");
        assertThat(alarm("WhatsApp refused with 130429")).hasCount(1); // without a reload
        assertThat(page.locator(".lane").first()).containsText("limit reported");
        show("storm");

        emulator("/emulator/faults", Map.of("fault", "TEMPLATE_PAUSED", "times", 1));
        says("/ping");
        alarm("failed permanently").getByRole(AriaRole.LINK).click();
        assertThat(page.locator("tbody tr")).not().hasCount(0);
        show("failed");
        press("Retry all");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("retried.");
    }

    @Test
    void aBroadcastIsEstimatedStartedAndStopped() {
        open("Groups");
        page.getByLabel("Label", new Page.GetByLabelOptions().setExact(true)).fill("readers");
        page.getByLabel("Which groups").selectOption("all");
        press("Add label");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("the label readers now");

        open("Broadcasts");
        page.getByLabel("Name").fill("digest");
        page.getByLabel("To groups with the label").fill("readers");
        page.getByLabel("Text").fill("See you on Monday.");
        press("Estimate");
        assertThat(page.locator(".preview")).containsText("wait");
        press("Start");
        assertThat(heading("digest")).isVisible();
        press("Stop");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The broadcast is stopped");
    }

    @Test
    void aNoticeIsPreviewedAndSent() {
        says("/ping");
        page.navigate(demo.url() + "/console/groups/" + group);
        page.getByLabel("Text").fill("Match at ten");
        press("Preview");
        assertThat(page.locator(".preview")).containsText("free-form");
        press("Send");

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("in the group's queue");
    }

    /** The path of the life of the latest message whose answer was delivered. */
    private String answered(String list) {
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("GroupMessage"))
                .filter(new Locator.FilterOptions().setHasText("delivered"));
        await().until(() -> {
            page.navigate(demo.url() + list);
            return row.count() > 0;
        });
        return row.first().locator("a[href^='/console/events/']").getAttribute("href");
    }

    @Test
    void anEventIsFollowedFromItsGroupToTheStatusesOfEachMember() {
        says("/ping");
        String path = answered("/console/groups/" + group);
        page.locator("a[href='" + path + "']").first().click();

        assertThat(heading("GroupMessage")).isVisible();
        assertThat(page.locator(".steps").first()).containsText("Accepted");
        assertThat(page.locator(".steps").first()).containsText("to send");
        assertThat(page.locator(".steps").nth(1)).containsText("Sent");
        assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("the whole group")))
                .hasCount(1);
        show("event");
        open("Events of this conversation");
        assertThat(heading("Events")).isVisible();
        show("events");
    }

    @ParameterizedTest
    @CsvSource({"light,1280", "dark,1280", "light,390", "dark,390"})
    void everyPageFitsAndIsAccessible(String scheme, int width) throws IOException {
        says("/ping");
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.valueOf(scheme.toUpperCase(Locale.ROOT))));
        page.setViewportSize(width, 900);
        Map<String, String> pages = Map.of("overview", "/console", "groups", "/console/groups", "group",
                "/console/groups/" + group, "broadcasts", "/console/broadcasts", "deliveries", "/console/deliveries",
                "numbers", "/console/numbers", "settings", "/console/settings", "events", "/console/events", "event",
                answered("/console/events"));

        for (Map.Entry<String, String> one : pages.entrySet()) {
            page.navigate(demo.url() + one.getValue());
            show("%s-%s-%d".formatted(one.getKey(), scheme, width));

            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(one.getKey())
                    .isLessThanOrEqualTo(width);
            page.evaluate(axe());
            assertThat((List<?>) page.evaluate(SERIOUS)).as(one.getKey()).isEmpty();
        }
    }

    private static String axe() throws IOException {
        try (InputStream in = Objects.requireNonNull(ConsoleIT.class.getResourceAsStream(AXE), AXE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
