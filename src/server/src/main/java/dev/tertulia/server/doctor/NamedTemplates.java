package dev.tertulia.server.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.rules.Action;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.Wording;
import dev.tertulia.moderation.rules.Wording.WhenShut.UseTemplate;
import dev.tertulia.server.settings.GraphSite;

/**
 * The templates that an installation names: those that the projects of the running bots declare in
 * {@code whatsapp/templates.json}, and those of the rules.
 */
public record NamedTemplates(Supplier<List<Class<?>>> bots, Optional<Path> rules, GraphSite graph) {

    private static final String FILE = "whatsapp/templates.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All of them. */
    public List<NamedTemplate> all() {
        try {
            List<URL> files = Collections.list(Thread.currentThread().getContextClassLoader().getResources(FILE));
            Set<String> homes = new TreeSet<>();
            bots.get().forEach(bot -> homes.add(home(bot)));
            return Stream.concat(files.stream().filter(file -> homes.stream().anyMatch(file.toString()::contains))
                    .flatMap(NamedTemplates::declared), inRules()).distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The jar or folder of a class. */
    private static String home(Class<?> bot) {
        var source = bot.getProtectionDomain().getCodeSource();
        return source == null ? bot.getName() : source.getLocation().toString();
    }

    private static Stream<NamedTemplate> declared(URL file) {
        try (InputStream content = file.openStream()) {
            JsonNode root = JSON.readTree(content);
            return GraphFacts.stream(root.isObject() ? root.path("data") : root).map(NamedTemplates::declared).toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static NamedTemplate declared(JsonNode one) {
        return new NamedTemplate(FILE, one.path("name").asText(), one.path("language").asText(),
                one.hasNonNull("category") ? one.path("category").asText() : null,
                NamedTemplate.places(component(one, "HEADER")),
                NamedTemplate.places(one.hasNonNull("body") ? one.path("body").asText() : component(one, "BODY")));
    }

    private static @Nullable String component(JsonNode template, String type) {
        return GraphFacts.stream(template.path("components"))
                .filter(component -> component.path("type").asText().equalsIgnoreCase(type))
                .map(component -> component.path("text").asText()).findFirst().orElse(null);
    }

    private Stream<NamedTemplate> inRules() {
        return rules.stream().flatMap(file -> RuleFile.read(file).policies().stream())
                .flatMap(policy -> policy.rules().stream())
                .flatMap(rule -> rule.then().stream().flatMap(NamedTemplates::wording)
                        .flatMap(wording -> named(rule.name(), wording)));
    }

    private static Stream<Wording> wording(Action action) {
        return switch (action) {
            case Action.Reply reply -> Stream.of(reply.words());
            case Action.Private words -> Stream.of(words.words());
            case Action.Ask ask -> Stream.of(ask.question());
            default -> Stream.empty();
        };
    }

    private Stream<NamedTemplate> named(String rule, Wording wording) {
        return wording.whenShut() instanceof UseTemplate use
                ? Stream.of(new NamedTemplate("the rule '" + rule + "'", use.name(),
                        use.language() == null ? graph.templateLanguage() : use.language(), null, null,
                        numbers(use.parameters().size())))
                : Stream.empty();
    }

    private static Set<String> numbers(int count) {
        return new TreeSet<>(IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
    }
}
