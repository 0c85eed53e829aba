package dev.tertulia.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Message templates that a project declares for its tests and its demo: those of every file {@value #FILE} on the class
 * path, such as {@code src/main/resources/whatsapp/templates.json}.
 *
 * <pre>{@code
 * [ {"name": "welcome", "language": "en", "body": "Welcome, {{1}}!"},
 *   {"name": "offer", "language": "en", "category": "MARKETING", "components": [
 *     {"type": "BODY", "text": "For {{name}}: two for one"},
 *     {"type": "BUTTONS", "buttons": [{"type": "URL", "text": "Look", "url": "https://example.com/{{1}}"}]}]} ]
 * }</pre>
 *
 * <p>The response of WhatsApp's list of templates can be used as it is.
 */
public final class DeclaredTemplates {

    /** Path of the files on the class path. */
    public static final String FILE = "whatsapp/templates.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> CATEGORIES = Set.of("UTILITY", "MARKETING", "AUTHENTICATION");
    private static final String HINT = "declare it in src/main/resources/" + FILE
            + ", from where tests and demo take it";

    private DeclaredTemplates() {}

    /**
     * Adds the declared templates. From then on all others are refused.
     *
     * @throws IllegalArgumentException if a file is invalid; the message names file, template and key
     */
    public static void into(Templates templates) {
        add(templates);
        templates.refuseOthers(HINT);
    }

    /**
     * Replaces all templates by the declared ones, after a file has changed.
     *
     * @throws IllegalArgumentException if a file is invalid; the templates are as before then
     */
    public static void replace(Templates templates) {
        Templates declared = new Templates();
        add(declared);
        templates.replace(declared.all());
    }

    private static void add(Templates templates) {
        try {
            for (URL file : Collections.list(loader().getResources(FILE))) {
                add(file, templates);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static ClassLoader loader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? DeclaredTemplates.class.getClassLoader() : loader;
    }

    private static void add(URL file, Templates templates) throws IOException {
        try (InputStream content = file.openStream()) {
            JsonNode root = JSON.readTree(content);
            JsonNode list = root.isObject() ? root.path("data") : root;
            if (!list.isArray()) {
                throw wrong(file, "it has to be a list such as [{\"name\": \"welcome\", \"language\": \"en\", \"body\":"
                        + " \"Welcome, {{1}}!\"}]");
            }
            for (JsonNode one : list) {
                add(file, one, templates);
            }
        } catch (JsonProcessingException e) {
            throw wrong(file, "it is no JSON: " + e.getOriginalMessage());
        }
    }

    private static void add(URL file, JsonNode one, Templates templates) {
        String name = text(file, one, "name");
        String language = text(file, one, "language");
        String category = one.path("category").asText("UTILITY").toUpperCase(Locale.ROOT);
        if (!name.matches("[a-z0-9_]{1,512}")) {
            throw wrong(file, "the name '%s' has to be lower-case letters, digits and underscores".formatted(name));
        }
        if (!CATEGORIES.contains(category)) {
            throw wrong(file, "the category of '%s' is '%s'; write UTILITY or MARKETING".formatted(name, category));
        }
        if (templates.find(name, language).isPresent()) {
            throw wrong(file, "'%s' in '%s' is declared twice; drop one of them".formatted(name, language));
        }
        JsonNode components = one.hasNonNull("components")
                ? one.path("components")
                : Template.bodyOnly(text(file, one, "body"));
        templates.put(new Template(templates.freshId(), name, language, category,
                Template.Status.named(one.path("status").asText("APPROVED")), components));
        if (templates.find(name, language).filter(template -> !template.text("body").isBlank()).isEmpty()) {
            throw wrong(file, "'%s' has no text; write a body, or a component of type BODY".formatted(name));
        }
    }

    private static String text(URL file, JsonNode one, String key) {
        String text = one.path(key).asText("");
        if (text.isBlank()) {
            throw wrong(file, "'%s' is missing in %s".formatted(key, one));
        }
        return text;
    }

    private static IllegalArgumentException wrong(URL file, String what) {
        return new IllegalArgumentException("%s: %s.".formatted(file, what));
    }
}
