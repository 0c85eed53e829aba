package dev.tertulia.graph.business;

import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.tertulia.business.TemplateFilter;
import dev.tertulia.business.TemplateInfo;
import dev.tertulia.business.Templates;
import dev.tertulia.graph.GraphHttp;
import dev.tertulia.graph.GraphPath;
import dev.tertulia.graph.GraphRequest;

/** The list of templates (wire reference, part 4). */
record GraphTemplates(GraphHttp http, Supplier<String> account) implements Templates {

    private static final String PAGE = "25";

    @Override
    public Stream<TemplateInfo> list(TemplateFilter filter) {
        GraphPath path = GraphPath.of(account.get(), "message_templates").with("name", filter.name())
                .with("status", filter.status()).with("category", filter.category())
                .with("language", filter.language()).with("limit", PAGE);
        return Pages.of(
                after -> http.need(GraphRequest.get(path.with("after", after))),
                data -> ResponseMapper.readAllNamed(data, TemplateInfo.class), TemplateInfo::id);
    }
}
