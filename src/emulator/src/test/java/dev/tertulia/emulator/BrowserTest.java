package dev.tertulia.emulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The page in a real browser, with a bot that answers /ping freely or, in a shut window, greets by template. */
abstract class BrowserTest {
    private static final double PATIENCE = 60_000;
    private static Playwright playwright;
    private static Browser browser;

    final FakeWhatsApp whatsApp = new FakeWhatsApp(AccountSettings.demo(), MovableClock.ticking());
    String group;
    String ana;
    String ben;
    Emulator emulator;
    Page page;

    @BeforeAll
    static void openBrowser() {
        Optional<Path> chromium = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .stream().map(Path::of).filter(Files::isExecutable).findFirst();
        if (chromium.isEmpty()) {
            System.err.println("SKIPPED: the playground is not tested, since there is no Chromium under /usr/bin.");
        }
        assumeTrue(chromium.isPresent());
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(
                new BrowserType.LaunchOptions().setExecutablePath(chromium.get()).setArgs(List.of("--no-sandbox"))
                        .setTimeout(PATIENCE));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void openPage() {
        group = whatsApp.createGroup("Book club").id();
        ana = whatsApp.join(group, "Ana", null).id();
        ben = whatsApp.join(group, "Ben", null).id();
        whatsApp.webhooks().discard();
        whatsApp.webhooks().to(this::answer);
        emulator = Emulator.start(0, whatsApp);
        page = browser.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.navigate(emulator.url() + "/playground");
    }

    @AfterEach
    void closePage() {
        page.close();
        emulator.close();
    }

    private int answer(String signature, byte[] body) {
        JsonNode value = Json.read(body).at("/entry/0/changes/0/value");
        if (value.at("/messages/0/text/body").asText().startsWith("/ping")) {
            send(value.at("/messages/0/group_id").asText(), "text", Json.object("body", "pong"));
        }
        if (value.at("/groups/0/type").asText().equals("group_participants_add")) {
            send(value.at("/groups/0/group_id").asText(), "template",
                    Json.object("name", "welcome", "language", Json.object("code", "en")));
        }
        return 200;
    }

    private void send(String to, String type, JsonNode content) {
        whatsApp.handle(new Request("POST", "/v25.0/" + Stage.PHONE + "/messages", Map.of(),
                Map.of("authorization", "Bearer demo-token"), Json.bytes(Json.object("messaging_product", "whatsapp",
                        "recipient_type", "group", "to", to, "type", type, type, content))));
    }

    /** What the control interface answers, without a socket in between. */
    JsonNode control(String method, String path, JsonNode body) {
        return Json.read(whatsApp.handle(new Request(method, "/emulator" + path, Map.of(), Map.of(), Json.bytes(body)))
                .body());
    }

    JsonNode state() {
        return control("GET", "/state", Json.object());
    }

    /** Unfolds what is rarely needed. */
    void tools() {
        page.getByTestId("tools-open").click();
    }

    Locator phone(String member) {
        return page.locator("[data-testid=phone][data-member='" + member + "']");
    }

    Locator words(String member) {
        return phone(member).getByLabel("Message as " + member);
    }

    Locator bubble(String member, String text) {
        return phone(member).getByTestId("bubble").filter(new Locator.FilterOptions().setHasText(text)).last();
    }

    Locator lastBubble(String member) {
        return phone(member).getByTestId("bubble").last();
    }

    void say(String member, String text) {
        words(member).fill(text);
        words(member).press("Enter");
    }

    Locator checkbox(String name) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Keeps requests of the page back from now on, until they are let go one by one. */
    Held hold(String method, String path) {
        Held held = new Held();
        page.route("**/emulator" + path + "*", route -> {
            if (route.request().method().equals(method)) {
                held.routes.add(route);
            } else {
                route.resume();
            }
        });
        return held;
    }

    /** Requests that were made and got no further. */
    final class Held {
        private final List<Route> routes = new ArrayList<>();

        /** The next request, as soon as it was made. */
        Route next() {
            page.waitForCondition(() -> !routes.isEmpty());
            return routes.removeFirst();
        }

        /** How many were made and wait. */
        int waiting() {
            return routes.size();
        }
    }
}
