package dev.tertulia.app;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.opentest4j.TestAbortedException;

/** The Chromium installed on this machine. No browser is downloaded. */
final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static final double PATIENCE = 60_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser, or skips the test and prints why. */
    static Browser start() {
        Path chromium = installed().orElseThrow(() -> {
            String skipped = "SKIPPED: no browser was started, because none of " + NAMES + " is on the PATH;"
                    + " install Debian's package chromium to run this test";
            System.err.println(skipped);
            return new TestAbortedException(skipped);
        });
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(playwright,
                playwright.chromium()
                        .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(QUIET).setTimeout(PATIENCE)));
    }

    private static Optional<Path> installed() {
        return NAMES.stream().flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))).filter(Files::isExecutable).findFirst();
    }

    /** Opens a page with a long time-out, for busy machines. */
    Page open(String url) {
        return open(url, true);
    }

    /** Opens a page of a person who allows no scripts. */
    Page openWithoutScripts(String url) {
        return open(url, false);
    }

    private Page open(String url, boolean scripts) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Page page = browser.newPage(new com.microsoft.playwright.Browser.NewPageOptions().setViewportSize(1360, 900)
                .setJavaScriptEnabled(scripts));
        page.setDefaultTimeout(PATIENCE);
        page.navigate(url);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
