package dev.tertulia.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at a page of the console in light and dark, on a screen and on a phone: nothing sticks out, axe finds nothing serious,
 * and there is a picture of each for docs/console.md and for people who look at it.
 */
final class ConsoleLook {

    private static final String AXE = read("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");
    private static final String SERIOUS = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                .filter(one => ['serious', 'critical'].includes(one.impact))
                .map(one => one.id + ' at ' + one.nodes.map(node => node.target).join(', '))""";
    private static final int HEIGHT = 900;
    private static final List<Integer> WIDTHS = List.of(390, 1280);

    private ConsoleLook() {}

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(ConsoleLook.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at the page that is shown, and leaves it light and on a screen. */
    static void at(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            // without motion, since the contrast of a link that still changes its color is measured too
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme)
                    .setReducedMotion(ReducedMotion.REDUCE));
            for (int width : WIDTHS) {
                page.setViewportSize(width, HEIGHT);
                at(page, name, scheme.name().toLowerCase(Locale.ROOT), width);
            }
        }
    }

    private static void at(Page page, String name, String scheme, int width) {
        String what = "%s-%s-%d".formatted(name, scheme, width);
        picture(page, what);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(what)
                .isLessThanOrEqualTo(width);
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(SERIOUS)).as(what).isEmpty();
    }

    /** Saves a picture of the whole page. */
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Path.of("target", "console", name + ".png")));
    }
}
