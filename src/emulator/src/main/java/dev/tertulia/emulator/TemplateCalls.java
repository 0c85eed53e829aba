package dev.tertulia.emulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Meta's side of the account's templates: create, list, and the library they may come from. */
final class TemplateCalls {
    private static final Set<String> CATEGORIES = Set.of("MARKETING", "UTILITY", "AUTHENTICATION");
    private static final String LIBRARY_NAME = "group_invite_link";
    private static final String LIBRARY_TEXT = "As requested, here is the link to join the group: {{1}}";

    private final World world;

    TemplateCalls(World world) {
        this.world = world;
    }

    List<Route> routes() {
        return List.of(Route.graph("GET /message_template_library", TemplateCalls::library),
                Route.graph("GET /{account}/message_templates", this::list),
                Route.graph("POST /{account}/message_templates", visit -> create(visit.json())));
    }

    private static Response library(Visit visit) {
        Map<String, String> query = visit.request().query();
        ObjectNode only = Json.object("name", LIBRARY_NAME, "language", query.getOrDefault("language", "en"),
                "category", "UTILITY", "topic", "GROUP_INVITE_LINK", "usecase", "GROUP_INVITE_UPON_REQUEST", "industry",
                List.of("E_COMMERCE"), "body", LIBRARY_TEXT, "body_params",
                List.of("https://chat.whatsapp.com/..."), "body_param_types", List.of("GROUP_ID"), "id",
                "7147013345418927");
        boolean wanted = query.getOrDefault("topic", LIBRARY_NAME).equalsIgnoreCase(LIBRARY_NAME);
        return Paging.of(visit, wanted ? List.of(only) : List.of());
    }

    private Response list(Visit visit) {
        Predicate<Template> wanted = matches(visit, "name", Template::name)
                .and(matches(visit, "status", template -> template.status().name()))
                .and(matches(visit, "category", Template::category))
                .and(matches(visit, "language", Template::language));
        return Paging.of(visit, world.templates().all().stream().filter(wanted)
                .map(template -> visit.selected(template.printed())).toList());
    }

    private static Predicate<Template> matches(Visit visit, String key,
            Function<Template, String> value) {
        String filter = visit.request().query().get(key);
        return template -> filter == null || filter.equalsIgnoreCase(value.apply(template));
    }

    private Response create(ObjectNode body) {
        String name = required(body, "name");
        String language = required(body, "language");
        String category = required(body, "category").toUpperCase(Locale.ROOT);
        boolean fromLibrary = body.hasNonNull("library_template_name");
        check(name, category);
        if (world.templates().find(name, language).isPresent()) {
            throw new Refusal(GraphError.parameter("There is already %s content for this template."
                    .formatted(language)));
        }
        JsonNode components = fromLibrary ? Template.bodyOnly(LIBRARY_TEXT) : components(body);
        var template = new Template(world.ids().template(), name, language, category,
                fromLibrary ? Template.Status.APPROVED : Template.Status.PENDING, components);
        world.templates().put(template);
        if (fromLibrary) {
            tell(template, "NONE");
        }
        return Response.ok(Json.object("id", template.id(), "status", template.status().name(), "category", category));
    }

    private static void check(String name, String category) {
        if (!name.matches("[a-z0-9_]{1,512}")) {
            throw new Refusal(GraphError.parameter(
                    "name must have 1 to 512 lower-case letters, digits and underscores."));
        }
        if (!CATEGORIES.contains(category)) {
            throw new Refusal(GraphError.parameter("category must be one of {MARKETING, UTILITY, AUTHENTICATION}."));
        }
    }

    private static JsonNode components(ObjectNode body) {
        for (JsonNode component : body.path("components")) {
            if (component.path("type").asText().equalsIgnoreCase("body")) {
                return body.path("components");
            }
        }
        throw new Refusal(GraphError.parameter("components must have one of type BODY."));
    }

    private static String required(ObjectNode body, String key) {
        String value = Json.text(body, key);
        if (value == null || value.isBlank()) {
            throw new Refusal(GraphError.parameter("The parameter %s is required.".formatted(key)));
        }
        return value;
    }

    /** Meta's reviewers, or its quality watch, decided. */
    void decide(Template template, Template.Status status, String reason) {
        Template now = template.with(status);
        world.templates().put(now);
        tell(now, reason);
    }

    /** Meta found that it is of another kind. */
    void recategorise(Template template, String category) {
        if (!CATEGORIES.contains(category)) {
            throw new IllegalArgumentException("There is no category '%s'. A template is one of %s.".formatted(category,
                    CATEGORIES.stream().sorted().toList()));
        }
        world.templates().put(template.in(category));
        world.postOfAccount("template_category_update",
                Json.object("message_template_id", Long.parseLong(template.id()), "message_template_name",
                        template.name(), "message_template_language", template.language(), "previous_category",
                        template.category(), "new_category", category));
    }

    private void tell(Template template, String reason) {
        world.postOfAccount("message_template_status_update",
                Json.object("event", template.status().name(), "message_template_id", Long.parseLong(template.id()),
                        "message_template_name", template.name(), "message_template_language", template.language(),
                        "reason", reason, "message_template_category", template.category()));
    }
}
