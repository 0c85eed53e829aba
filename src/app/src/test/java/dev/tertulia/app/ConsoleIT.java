package dev.tertulia.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.server.outside.App;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The console works in a browser: for an operator, on all its pages, in light and dark and on a phone. */
class ConsoleIT {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String MARKUP = "<img src=x onerror=alert(1)>";
    private static final String STRANGE_NUMBER = "900000000000001";

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

    private Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1));
    }

    private Locator alarm(String text) {
        return page.locator(".alarms li").filter(new Locator.FilterOptions().setHasText(text));
    }

    /** What the page says about the last action. */
    private Locator status() {
        return page.locator(".said");
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
        ConsoleLook.picture(page, "storm");

        emulator("/emulator/faults", Map.of("fault", "TEMPLATE_PAUSED", "times", 1));
        says("/ping");
        alarm("failed permanently").getByRole(AriaRole.LINK).click();
        assertThat(page.locator("tbody tr")).not().hasCount(0);
        ConsoleLook.picture(page, "failed");
        press("Retry all");
        assertThat(status()).containsText("retried.");
    }

    @Test
    void aBroadcastIsEstimatedStartedAndStopped() {
        estimateBroadcast();
        press("Start");
        assertThat(heading("digest")).isVisible();
        press("Stop");
        assertThat(status()).containsText("The broadcast is stopped");
    }

    private void estimateBroadcast() {
        Locator label = page.getByLabel("Label", new Page.GetByLabelOptions().setExact(true));
        await().until(() -> {
            page.navigate(demo.url() + "/console/groups");
            return label.count() == 1; // the groups are known
        });
        label.fill("readers");
        page.getByLabel("Which groups").selectOption("all");
        press("Add label");
        assertThat(status()).containsText("the label readers now");

        open("Broadcasts");
        page.getByLabel("Name").fill("digest");
        page.getByLabel("To groups with the label").fill("readers");
        page.getByLabel("Text").fill("See you on Monday.");
        press("Estimate");
        assertThat(page.locator(".preview")).containsText("wait");
    }

    @Test
    void aNoticeIsPreviewedAndSent() {
        says("/ping");
        page.navigate(demo.url() + "/console/groups/" + group);
        page.getByLabel("Text").fill("Match at ten");
        press("Preview");
        assertThat(page.locator(".preview")).containsText("free-form");
        press("Send");

        assertThat(status()).containsText("in the group's queue");
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
        ConsoleLook.at(page, "event");
        open("Events of this conversation");
        assertThat(heading("Events")).isVisible();
        ConsoleLook.at(page, "events");
    }

    @Test
    void everyPageFitsAndIsAccessible() {
        says("/poll Lunch? | soup | salad");
        emulator("/emulator/faults", Map.of("fault", "TEMPLATE_PAUSED", "times", 1));
        says("/ping");
        estimateBroadcast();
        ConsoleLook.at(page, "estimate");
        for (String one : List.of("", "/groups", "/groups/" + group, "/broadcasts", "/moderation", "/people",
                "/deliveries", "/numbers", "/settings")) {
            page.navigate(demo.url() + "/console" + one);
            ConsoleLook.at(page, one.isEmpty()
                    ? "overview"
                    : one.equals("/groups/" + group)
                            ? "group"
                            : one.substring(1).replace("moderation", "moderation-off"));
        }
        page.navigate(demo.url() + "/console/deliveries");
        page.locator("tbody a.id").first().click();
        assertThat(page.locator("pre.content")).isVisible();
        ConsoleLook.at(page, "letter");
        press("Log out");
        assertThat(page.getByLabel("Password")).isVisible();
        ConsoleLook.at(page, "login");
    }

    @Test
    void namesTextsAndFileNamesAreTextOnEveryPage() {
        page.onDialog(dialog -> problems.add(dialog.message()));
        String bad = emulator("/emulator/groups", Map.of("subject", MARKUP, "description", MARKUP));
        String member = emulator("/emulator/groups/" + bad + "/members", Map.of("name", MARKUP));
        emulator("/emulator/groups/" + bad + "/messages",
                Map.of("from", member, "text", "/poll " + MARKUP + " | a | b"));
        emulator("/emulator/faults", Map.of("fault", "TEMPLATE_PAUSED", "times", 1));
        emulator("/emulator/groups/" + bad + "/messages", Map.of("from", member, "text", "/echo " + MARKUP));
        sendsFile(bad, member);
        String letter = quarantinedFile();
        await().until(() -> {
            page.navigate(demo.url() + "/console/groups/" + bad);
            return page.locator("td", new Page.LocatorOptions().setHasText(MARKUP)).count() > 0;
        });
        assertThat(heading(MARKUP)).isVisible();

        for (String one : List.of("", "/groups", "/groups?q=" + "%3Cimg", "/groups/" + bad, "/people?q=%3Cimg",
                "/deliveries", "/deliveries?kind=quarantined", letter, "/events", "/events?group=" + bad,
                "/broadcasts", "/numbers")) {
            page.navigate(demo.url() + "/console" + one);
            assertThat(page.locator("main img, main script")).hasCount(0);
        }
        page.navigate(demo.url() + "/console" + letter);
        assertThat(page.locator("pre.content")).containsText("\"filename\" : \"" + MARKUP + ".pdf\"");
    }

    private void sendsFile(String to, String member) {
        emulator("/emulator/groups/" + to + "/messages", Map.of("from", member, "type", "document", "content",
                Map.of("filename", MARKUP + ".pdf", "caption", MARKUP, "data", "JVBERg==")));
    }

    /** The path of the letter of a file that was sent to a number which is not configured, so that all of it is shown. */
    private String quarantinedFile() {
        emulator("/emulator/numbers", Map.of("id", STRANGE_NUMBER, "display_phone_number", "15550000001"));
        String strange = emulator("/emulator/groups", Map.of("subject", MARKUP, "number", STRANGE_NUMBER));
        sendsFile(strange, emulator("/emulator/groups/" + strange + "/members", Map.of("name", MARKUP)));
        Locator letters = page.locator("tbody a[href*='/letters/']");
        await().until(() -> {
            page.navigate(demo.url() + "/console/deliveries?kind=quarantined");
            return letters.count() > 0;
        });
        for (String path : letters.all().stream().map(one -> one.getAttribute("href")).toList()) {
            page.navigate(demo.url() + path);
            if (page.locator("pre.content").textContent().contains(".pdf")) {
                return path.substring("/console".length());
            }
        }
        throw new AssertionError("no quarantined delivery has the file");
    }

    /** Opens the window of the group and its page, and returns the time that is left. */
    private Locator openWindow() {
        says("/ping");
        Locator left = page.locator("[role=timer]");
        await().until(() -> {
            page.navigate(demo.url() + "/console/groups/" + group);
            return left.count() == 1; // the message is accepted
        });
        return left;
    }

    @Test
    void theWindowOfAGroupIsCountedDownUntilItIsShut() {
        page.clock().install();
        Locator left = openWindow();
        assertThat(left).containsText("open for 23 h 59 min");
        String before = left.textContent();
        page.clock().fastForward("02:00:01");
        assertThat(left).containsText("open for 21 h");
        assertThat(left).not().hasText(before);

        page.clock().fastForward("22:00:00");
        assertThat(left).isHidden();
        assertThat(page.locator("[data-over]")).containsText("shut");
    }

    @Test
    void aPageSaysThatItIsNotUpToDateAndConnectsAgain() {
        assertThat(page.locator(".lost")).isHidden();
        page.route("**/console/live", Route::abort);
        page.navigate(demo.url() + "/console");
        assertThat(page.locator(".lost")).isVisible();

        page.unroute("**/console/live");
        assertThat(page.locator(".lost")).isHidden();
        problems.removeIf(problem -> problem.contains("ERR_FAILED") || problem.equals("[object Event]"));
    }

    @Test
    void readingNeedsNoScripts() {
        openWindow();
        Page plain = browser.openWithoutScripts(demo.url() + "/console/groups/" + group);
        plain.getByLabel("Your name").fill("Ana");
        plain.getByLabel("Password").fill(PASSWORD);
        plain.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
        assertThat(plain.locator("h1")).hasText("Book club");
        assertThat(plain.locator("[role=timer]")).containsText("open for 23 h");
        assertThat(plain.locator("time").first()).containsText("UTC");

        for (String link : List.of("Overview", "Groups", "Broadcasts", "Moderation", "People", "Deliveries", "Numbers",
                "Settings")) {
            plain.locator("nav.pages").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link)).click();
            assertThat(plain.locator("nav.pages a[aria-current=page]")).containsText(link);
            assertThat(plain.locator("main")).not().hasText("");
        }
        plain.getByRole(AriaRole.SEARCHBOX).fill("TERTULIA_PORT");
        plain.getByRole(AriaRole.SEARCHBOX).press("Enter");
        assertThat(plain.locator("tbody tr")).hasCount(1);
    }
}
