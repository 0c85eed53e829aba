package dev.tertulia.emulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What a page of another site can do in a real browser: its name points to this machine, or it sends requests here. */
class RebindingTest {
    private static final double PATIENCE = 60_000;
    private static Playwright playwright;
    private static Browser browser;

    private final FakeWhatsApp whatsApp = new FakeWhatsApp(AccountSettings.demo(), MovableClock.ticking());
    private Emulator emulator;
    private HttpServer site;
    private Page page;

    @BeforeAll
    static void openBrowser() {
        Optional<Path> chromium = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .stream().map(Path::of).filter(Files::isExecutable).findFirst();
        assumeTrue(chromium.isPresent());
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium.get())
                .setArgs(List.of("--no-sandbox", "--host-resolver-rules=MAP *.example 127.0.0.1"))
                .setTimeout(PATIENCE));
    }

    @AfterAll
    static void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        whatsApp.createGroup("Book club");
        emulator = Emulator.start(0, whatsApp);
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            byte[] body = "<!doctype html><title>Other site</title><p>hello".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
        page = browser.newPage();
        page.setDefaultTimeout(PATIENCE);
    }

    @AfterEach
    void stop() {
        page.close();
        site.stop(0);
        emulator.close();
    }

    @Test
    void aNameThatIsPointedHereGetsNothing() {
        String rebound = "http://rebound.example:" + emulator.port();
        page.route(rebound + "/", route -> route.fulfill(new Route.FulfillOptions().setContentType("text/html")
                .setBody("<!doctype html><title>As it was before the name was pointed here</title>")));

        page.navigate(rebound + "/");

        assertThat(page.evaluate("fetch('/emulator/state').then(answer => answer.status, () => 'kept back')"))
                .isIn(403, "kept back");
        assertThat(page.evaluate("fetch('/emulator/reset', {method: 'POST', body: '{}', headers: {'Content-Type':"
                + " 'application/json'}}).then(answer => answer.status, () => 'kept back')")).isIn(403, "kept back");
        assertThat(page.navigate(rebound + "/playground").status()).isEqualTo(403);
        assertThat(whatsApp.groups()).hasSize(1);
    }

    @Test
    void anotherSiteChangesNothing() {
        page.navigate("http://evil.example:" + site.getAddress().getPort() + "/");

        for (String host : List.of("localhost", "127.0.0.1")) {
            String reset = "http://" + host + ":" + emulator.port() + "/emulator/reset";
            assertThat(page.evaluate("url => fetch(url, {method: 'POST', mode: 'no-cors', body: '{}', headers:"
                    + " {'Content-Type': 'text/plain'}}).then(() => 'sent', () => 'kept back')", reset))
                    .isIn("sent", "kept back");
            assertThat(page.evaluate("url => fetch(url, {method: 'POST', mode: 'no-cors'})"
                    + ".then(() => 'sent', () => 'kept back')", reset)).isIn("sent", "kept back");
            assertThat(page.evaluate("url => fetch(url).then(answer => answer.status, () => 'hidden')",
                    "http://" + host + ":" + emulator.port() + "/emulator/state")).isEqualTo("hidden");
        }

        assertThat(whatsApp.groups()).hasSize(1);
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        page.navigate("http://evil.example:" + site.getAddress().getPort() + "/");

        var answer = page.waitForResponse(response -> response.url().endsWith("/emulator/reset"),
                () -> page.evaluate("""
                        url => {
                          const form = document.createElement("form");
                          form.method = "post";
                          form.enctype = "text/plain";
                          form.action = url;
                          document.body.append(form);
                          form.submit();
                        }""", emulator.url() + "/emulator/reset"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(whatsApp.groups()).hasSize(1);
    }

    @Test
    void thePageItselfWorksUnderItsPolicy() {
        List<String> complaints = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });

        page.navigate(emulator.url() + "/playground");

        assertThat(page.getByTestId("subject").textContent()).isNotEmpty();
        page.waitForCondition(() -> page.getByTestId("subject").textContent().equals("Book club"));
        assertThat(complaints).isEmpty();
    }
}
