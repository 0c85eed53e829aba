package dev.tertulia.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.FileOutput;

/** Builder of the site: everything is read from the project's folder, and nothing from the network. */
public final class SiteBuilder {

    private final Path root;
    private final Path target;
    private final String version;
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    private SiteBuilder(Path root, Path target, String version) {
        this.root = root;
        this.target = target;
        this.version = version;
    }

    /** Builds the site. The arguments are the project's folder, the folder of the site, and the version. */
    public static void main(String[] args) throws IOException {
        new SiteBuilder(Path.of(args[0]).toRealPath(), Path.of(args[1]).toAbsolutePath(), args[2]).build();
    }

    private void build() throws IOException {
        clear();
        ApiTypes api = ApiTypes.in(root);
        Contents contents = Contents.of(root);
        Links links = new Links(root, contents);
        Markdown markdown = new Markdown(links, api);
        List<Page> pages = new ArrayList<>();
        for (Contents.Entry entry : contents.entries()) {
            Page page = markdown.page(entry, Files.readString(root.resolve(entry.source())));
            pages.add(page);
            write(page.url(), "page.jte", frame(contents, page.title(), page.url()), page);
        }
        for (SourcePage source : new SourcePages(root, links).all()) {
            write(source.url(), "source.jte", frame(contents, source.path(), source.url()), source);
        }
        links.copyFiles(target);
        Assets.copyTo(target);
        SearchIndex.of(pages, api).writeTo(target.resolve("assets"));
        JavadocTool.run(root, target.resolve("api"), version);
        System.out.printf("site: %d pages in %s%n", pages.size(), target);
    }

    private PageFrame frame(Contents contents, String title, String url) {
        return new PageFrame(title, url, contents, version);
    }

    private void write(String url, String template, PageFrame frame, Object content) throws IOException {
        Path file = target.resolve(url);
        Files.createDirectories(file.getParent());
        try (FileOutput out = new FileOutput(file)) {
            templates.render(template, Map.of("frame", frame, "page", content), out);
        }
    }

    private void clear() throws IOException {
        if (Files.exists(target)) {
            try (Stream<Path> files = Files.walk(target)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
