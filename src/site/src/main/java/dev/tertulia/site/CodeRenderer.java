package dev.tertulia.site;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Renders code in a text. The name of a type of the API is a link to its Javadoc. */
final class CodeRenderer implements NodeRenderer {

    private final HtmlWriter html;
    private final ApiTypes api;

    CodeRenderer(HtmlNodeRendererContext context, ApiTypes api) {
        this.html = context.getWriter();
        this.api = api;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Code.class);
    }

    @Override
    public void render(Node node) {
        String code = ((Code) node).getLiteral();
        Optional<ApiTypes.Type> type = within(node) ? Optional.empty() : api.named(code);
        type.ifPresent(found -> html.tag("a", Map.of("href", found.url())));
        html.tag("code");
        html.text(code);
        html.tag("/code");
        if (type.isPresent()) {
            html.tag("/a");
        }
    }

    /** Whether the code is part of a link or heading. */
    private static boolean within(Node node) {
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof Link || parent instanceof Heading) {
                return true;
            }
        }
        return false;
    }
}
