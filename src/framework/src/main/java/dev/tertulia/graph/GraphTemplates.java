package dev.tertulia.graph;

import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.tertulia.business.TemplateFilter;
import dev.tertulia.business.TemplateInfo;
import dev.tertulia.business.Templates;

/** The list of templates (wire reference, part 4). */
record GraphTemplates(Caller caller, Supplier<String> account) implements Templates {

    private static final String PAGE = "25";

    @Override
    public Stream<TemplateInfo> list(TemplateFilter filter) {
        String path = account.get() + "/message_templates";
        return Pages.of(
                after -> caller.need(GraphRequest.get(path, "name", filter.name(), "status", filter.status(),
                        "category", filter.category(), "language", filter.language(), "limit", PAGE, "after", after)),
                data -> Answers.readAllNamed(data, TemplateInfo.class), TemplateInfo::id);
    }
}
