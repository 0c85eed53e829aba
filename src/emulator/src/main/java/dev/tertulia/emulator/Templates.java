package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;

/**
 * Message templates of the account. Any template is accepted while there is none, unless {@link #refuseOthers} was called.
 * Thread-safe.
 */
public final class Templates {
    private static final int LONGEST_BODY = 1024;

    private record Key(String name, String language) {}

    private final Map<Key, Template> templates = new LinkedHashMap<>();

    private @Nullable String hint;

    Templates() {}

    /**
     * Refuses unknown templates from now on, even while there is none.
     *
     * @param whatToDo advice that is added to each refusal
     */
    public synchronized void refuseOthers(String whatToDo) {
        hint = whatToDo;
    }

    synchronized String freshId() {
        return Long.toString(1_000_000_000_000_000L + templates.size());
    }

    /**
     * Adds or replaces an approved utility template.
     *
     * @param body the text; its placeholders are {{1}}, {{2}} or {{by_name}}
     * @throws IllegalArgumentException if an argument is blank
     */
    public synchronized void add(String name, String language, String body) {
        add(name, language, body, "UTILITY");
    }

    /**
     * Adds or replaces an approved template.
     *
     * @param body the text; its placeholders are {{1}}, {{2}} or {{by_name}}
     * @param category {@code MARKETING}, {@code UTILITY} or {@code AUTHENTICATION}
     * @throws IllegalArgumentException if an argument is blank
     */
    public synchronized void add(String name, String language, String body, String category) {
        if (name.isBlank() || language.isBlank() || body.isBlank()) {
            throw new IllegalArgumentException(
                    "A template has a name, a language such as en, and a body such as 'Welcome, {{1}}!'.");
        }
        put(new Template(freshId(), name, language, category,
                Template.Status.APPROVED, Template.bodyOnly(body)));
    }

    synchronized void put(Template template) {
        templates.put(new Key(template.name(), template.language()), template);
    }

    synchronized void replace(List<Template> others) {
        templates.clear();
        others.forEach(this::put);
    }

    synchronized void clear() {
        templates.clear();
    }

    synchronized List<Template> all() {
        return List.copyOf(templates.values());
    }

    synchronized Optional<Template> find(String name, String language) {
        return Optional.ofNullable(templates.get(new Key(name, language)));
    }

    synchronized Template named(String name, String language) {
        return find(name, language).orElseThrow(() -> new NoSuchElementException(
                "There is no template '%s' in '%s'.".formatted(name, language)));
    }

    /** Returns the category of a template; UTILITY if it is unknown. */
    String category(TemplateCall call) {
        return find(call.name(), call.language()).map(Template::category).orElse("UTILITY");
    }

    /** Returns the text that people read, or throws a {@link Refusal}. */
    synchronized String fill(TemplateCall call) {
        if (templates.isEmpty() && hint == null) {
            return call.body().isEmpty() ? call.name() : call.name() + ": " + String.join(", ", call.body().values());
        }
        @Nullable
        Template template = templates.get(new Key(call.name(), call.language()));
        if (template == null || template.status() == Template.Status.PENDING
                || template.status() == Template.Status.REJECTED) {
            throw new Refusal(ApiError.of(404, 132001, "Template does not exist",
                    "template name (%s) does not exist in %s".formatted(call.name(), call.language()) + advice()));
        }
        if (template.status() != Template.Status.APPROVED) {
            throw new Refusal(template.status() == Template.Status.PAUSED
                    ? ApiError.TEMPLATE_PAUSED
                    : ApiError.TEMPLATE_DISABLED);
        }
        check(template, "header", call.header());
        check(template, "body", call.body());
        TemplateCheck.check(template, call);
        return text(template, call);
    }

    private String advice() {
        return hint == null
                ? ""
                : "; there are %s; %s".formatted(templates.isEmpty()
                        ? "none"
                        : templates.keySet().stream().map(key -> key.name() + " in " + key.language())
                                .collect(Collectors.joining(", ")),
                        hint);
    }

    private static void check(Template template, String component, Map<String, String> parameters) {
        int places = template.places(component).size();
        if (places != parameters.size()) {
            throw new Refusal(ApiError.of(400, 132000, "Template Param Count Mismatch",
                    "%s: number of localizable_params (%d) does not match the expected number of params (%d)"
                            .formatted(component, parameters.size(), places)));
        }
        if (!template.places(component).containsAll(parameters.keySet())) {
            throw new Refusal(ApiError.of(400, 132012, "Template Parameter Format Mismatch",
                    "%s: expected the parameters %s".formatted(component, template.places(component))));
        }
    }

    private static String text(Template template, TemplateCall call) {
        String body = template.filled("body", call.body());
        if (Json.characters(body) > LONGEST_BODY) {
            throw new Refusal(ApiError.of(400, 132005, "Template Hydrated Text Too Long",
                    "body: %d characters, and %d at most".formatted(Json.characters(body), LONGEST_BODY)));
        }
        var lines = new ArrayList<>(
                Arrays.asList(template.filled("header", call.header()), body, template.text("footer")));
        lines.removeIf(String::isEmpty);
        return String.join("\n", lines);
    }
}
