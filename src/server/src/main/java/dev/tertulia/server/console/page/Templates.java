package dev.tertulia.server.console.page;

import java.util.Map;

import jakarta.inject.Singleton;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates, which the build compiles. They escape everything that they show. */
@Singleton
public final class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * Renders a template.
     *
     * @param name  such as {@code login.jte}
     * @param model what it shows
     */
    public String render(String name, PageFrame frame, Object model) {
        StringOutput output = new StringOutput();
        engine.render(name, Map.of("frame", frame, "model", model), output);
        return output.toString();
    }
}
