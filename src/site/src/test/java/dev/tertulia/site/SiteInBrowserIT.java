package dev.tertulia.site;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The site works in a browser without a server: search, colours, and narrow screens. Pictures are in {@code target}. */
class SiteInBrowserIT {

    private static final Path SITE = Path.of(System.getProperty("site"));
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of("--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final double PATIENCE = 60_000;
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String SERIOUS = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                .filter(one => ['serious', 'critical'].includes(one.impact))
                .map(one => one.id + ' at ' + one.nodes.map(node => node.target).join(', '))""";
    private static final String TOO_WIDE = "() => document.documentElement.scrollWidth - window.innerWidth";

    private static Playwright playwright;
    private static Browser browser;

    private final List<String> problems = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void start() {
        Path chromium = installed().orElseThrow(() -> {
            String skipped = "SKIPPED: none of the browsers " + NAMES + " is on the PATH; install Debian's package"
                    + " chromium to run this test";
            System.err.println(skipped);
            return new TestAbortedException(skipped);
        });
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium()
                .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(QUIET).setTimeout(PATIENCE));
    }

    private static Optional<Path> installed() {
        return NAMES.stream().flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))).filter(Files::isExecutable).findFirst();
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @AfterEach
    void nothingWasWrong() {
        assertThat(problems).isEmpty();
    }

    private Page open(String file, int width, ColorScheme colours) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900).setColorScheme(colours));
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(problems::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("file:")) {
                problems.add("The page asks for " + request.url());
            }
        });
        page.navigate(SITE.resolve(file).toUri().toString());
        return page;
    }

    @Test
    void findsAGuideAndAType() {
        Page page = open("index.html", 1360, ColorScheme.LIGHT);

        page.getByLabel("Search the guides and the API").fill("customer service window");
        assertThat(page.locator("#results a").first()).isVisible();
        page.getByLabel("Search the guides and the API").fill("OnReaction");
        page.locator("#results a[href*='api/dev/tertulia/bot/OnReaction.html']").click();

        assertThat(page).hasTitle(Pattern.compile("OnReaction.*"));
        page.close();
    }

    @Test
    void theThemeCanBeChosen() {
        Page page = open("index.html", 1360, ColorScheme.LIGHT);

        page.locator("#theme").click();

        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.close();
    }

    @ParameterizedTest
    @CsvSource({"index.html, 390, DARK", "handlers.html, 1360, LIGHT", "emulator.html, 390, LIGHT"})
    void fitsTheScreenAndCanBeRead(String file, int width, ColorScheme colours) throws IOException {
        Page page = open(file, width, colours);

        assertThat((Integer) page.evaluate(TOO_WIDE)).isLessThanOrEqualTo(0);
        try (InputStream axe = Objects.requireNonNull(getClass().getResourceAsStream(AXE))) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat((List<?>) page.evaluate(SERIOUS)).isEmpty();
        page.screenshot(new Page.ScreenshotOptions().setPath(SITE.resolveSibling("pictures/%s-%d-%s.png"
                .formatted(file.replace(".html", ""), width, colours.name().toLowerCase(Locale.ROOT)))));
        page.close();
    }
}
