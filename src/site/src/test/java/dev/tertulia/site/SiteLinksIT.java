package dev.tertulia.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page of the site, its Javadoc included, can be reached, and no link or anchor is broken. */
class SiteLinksIT {

    private static final Path SITE = Path.of(System.getProperty("site"));
    private static final Map<Path, Set<String>> ANCHORS = new HashMap<>();
    private static final List<String> BROKEN = new ArrayList<>();
    private static final Set<Path> REACHED = new HashSet<>();

    /** A link of a page to another page. */
    private record Reference(Path from, String link, Path to, String anchor) {}

    @BeforeAll
    static void crawl() throws IOException {
        List<Reference> references = new ArrayList<>();
        Deque<Path> waiting = new ArrayDeque<>(List.of(SITE.resolve("index.html")));
        REACHED.addAll(waiting);
        while (!waiting.isEmpty()) {
            Path page = waiting.remove();
            for (Reference reference : read(page)) {
                references.add(reference);
                if (reference.to().toString().endsWith(".html") && Files.isRegularFile(reference.to())
                        && REACHED.add(reference.to())) {
                    waiting.add(reference.to());
                }
            }
        }
        references.stream().filter(SiteLinksIT::broken)
                .forEach(one -> BROKEN.add(SITE.relativize(one.from()) + ": " + one.link()));
    }

    private static List<Reference> read(Path page) throws IOException {
        Document document = Jsoup.parse(page);
        Set<String> anchors = new HashSet<>();
        document.select("[id]").forEach(element -> anchors.add(element.id()));
        document.select("a[name]").forEach(element -> anchors.add(element.attr("name")));
        ANCHORS.put(page, anchors);
        List<Reference> references = new ArrayList<>();
        for (Element element : document.select("a[href], link[href], img[src], script[src]")) {
            String link = element.hasAttr("href") ? element.attr("href") : element.attr("src");
            if (!link.matches("(?:[a-z]+:|//).*")) {
                URI uri = URI.create(link.replace(" ", "%20"));
                Path to = uri.getPath() == null || uri.getPath().isEmpty()
                        ? page
                        : page.getParent().resolve(uri.getPath()).normalize();
                references.add(new Reference(page, link, to, uri.getFragment() == null ? "" : uri.getFragment()));
            }
        }
        return references;
    }

    private static boolean broken(Reference reference) {
        if (!reference.to().startsWith(SITE) || !Files.isRegularFile(reference.to())) {
            return true;
        }
        return !reference.anchor().isEmpty() && ANCHORS.containsKey(reference.to())
                && !ANCHORS.get(reference.to()).contains(reference.anchor());
    }

    @Test
    void noLinkIsBroken() {
        assertThat(BROKEN).isEmpty();
    }

    @Test
    void everyPageIsReached() throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            List<Path> guides = files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.startsWith(SITE.resolve("api"))).toList();

            assertThat(guides).hasSizeGreaterThan(20);
            assertThat(REACHED).containsAll(guides);
        }
    }

    @Test
    void theJavadocIsThere() {
        assertThat(REACHED).contains(SITE.resolve("api/dev/tertulia/bot/OnCommand.html"),
                SITE.resolve("api/dev/tertulia/testkit/BotTest.html"));
    }
}
