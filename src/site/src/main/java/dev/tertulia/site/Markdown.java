package dev.tertulia.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

/** Turns Markdown, as GitHub shows it, into pages. */
final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(),
            HeadingAnchorExtension.create());

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final TextContentRenderer texts = TextContentRenderer.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer html;
    private final Links links;

    Markdown(Links links, ApiTypes api) {
        this.links = links;
        this.html = HtmlRenderer.builder().extensions(EXTENSIONS)
                .attributeProviderFactory(context -> Markdown::focusable)
                .nodeRendererFactory(context -> new CodeRenderer(context, api)).build();
    }

    /** Blocks of code can be scrolled with the keyboard. */
    private static void focusable(Node node, String tag, Map<String, String> attributes) {
        if (tag.equals("pre")) {
            attributes.put("tabindex", "0");
        }
    }

    Page page(Contents.Entry entry, String text) {
        Node document = parser.parse(text);
        document.accept(new Rewriter(entry.source()));
        return new Page(entry.url(), entry.title(), scrollable(html.render(document)), sections(document));
    }

    /** Wide tables scroll by themselves, so that the page does not. */
    private static String scrollable(String html) {
        return html.replace("<table>", "<div class=\"table\" tabindex=\"0\"><table>").replace("</table>",
                "</table></div>");
    }

    private List<Page.Section> sections(Node document) {
        IdGenerator ids = IdGenerator.builder().build();
        List<Page.Section> sections = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        @Nullable
        Heading last = null;
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                add(sections, ids, last, text);
                last = heading;
            } else {
                text.append(texts.render(node)).append('\n');
            }
        }
        add(sections, ids, last, text);
        return sections;
    }

    private void add(List<Page.Section> sections, IdGenerator ids,
            @Nullable Heading heading, StringBuilder text) {
        if (heading != null) {
            String words = texts.render(heading).replace("\"", "").strip();
            sections.add(new Page.Section(heading.getLevel(), ids.generateId(words), words, text.toString()));
        }
        text.setLength(0);
    }

    /** Points links and images to where the site has them. */
    private final class Rewriter extends AbstractVisitor {

        private final String source;

        Rewriter(String source) {
            this.source = source;
        }

        @Override
        public void visit(Link link) {
            link.setDestination(links.link(source, link.getDestination()));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            image.setDestination(links.image(source, image.getDestination()));
        }
    }
}
