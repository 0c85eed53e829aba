package dev.tertulia.emulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;

/** Graph API calls on the account's templates: create, list, and the template library. */
final class TemplateCalls {
    private static final Set<String> CATEGORIES = Set.of("MARKETING", "UTILITY", "AUTHENTICATION");
    private static final String LIBRARY_NAME = "group_invite_link";
    private static final String LIBRARY_TEXT = "As requested, here is the link to join the group: {{1}}";

    private final EmulatorState state;

    TemplateCalls(EmulatorState state) {
        this.state = state;
    }

    List<Route> routes() {
        return List.of(Route.graph("GET /message_template_library", TemplateCalls::library),
                Route.graph("GET /{account}/message_templates", this::list),
                Route.graph("POST /{account}/message_templates", routed -> create(routed.json())));
    }

    private static Response library(RoutedRequest routed) {
        Map<String, String> query = routed.request().query();
        ObjectNode only = Json.object("name", LIBRARY_NAME, "language", query.getOrDefault("language", "en"),
                "category", "UTILITY", "topic", "GROUP_INVITE_LINK", "usecase", "GROUP_INVITE_UPON_REQUEST", "industry",
                List.of("E_COMMERCE"), "body", LIBRARY_TEXT, "body_params",
                List.of("https://chat.whatsapp.com/..."), "body_param_types", List.of("GROUP_ID"), "id",
                "7147013345418927");
        boolean wanted = query.getOrDefault("topic", LIBRARY_NAME).equalsIgnoreCase(LIBRARY_NAME);
        return Paging.of(routed, wanted ? List.of(only) : List.of());
    }

    private Response list(RoutedRequest routed) {
        Predicate<Template> wanted = matches(routed, "name", Template::name)
                .and(matches(routed, "status", template -> template.status().name()))
                .and(matches(routed, "category", Template::category))
                .and(matches(routed, "language", Template::language));
        return Paging.of(routed, state.templates().all().stream().filter(wanted)
                .map(template -> routed.selected(template.printed())).toList());
    }

    private static Predicate<Template> matches(RoutedRequest routed, String key,
            Function<Template, String> value) {
        String filter = routed.request().query().get(key);
        return template -> filter == null || filter.equalsIgnoreCase(value.apply(template));
    }

    private Response create(ObjectNode body) {
        String name = required(body, "name");
        String language = required(body, "language");
        String category = required(body, "category").toUpperCase(Locale.ROOT);
        boolean fromLibrary = body.hasNonNull("library_template_name");
        check(name, category);
        if (state.templates().find(name, language).isPresent()) {
            throw new Refusal(ApiError.parameter("There is already %s content for this template."
                    .formatted(language)));
        }
        JsonNode components = fromLibrary ? Template.bodyOnly(LIBRARY_TEXT) : components(body);
        var template = new Template(state.ids().template(), name, language, category,
                fromLibrary ? Template.Status.APPROVED : Template.Status.PENDING, components);
        state.templates().put(template);
        if (fromLibrary) {
            tell(template, "NONE");
        }
        return Response.ok(Json.object("id", template.id(), "status", template.status().name(), "category", category));
    }

    private static void check(String name, String category) {
        if (!name.matches("[a-z0-9_]{1,512}")) {
            throw new Refusal(ApiError.parameter(
                    "name must have 1 to 512 lower-case letters, digits and underscores."));
        }
        if (!CATEGORIES.contains(category)) {
            throw new Refusal(ApiError.parameter("category must be one of {MARKETING, UTILITY, AUTHENTICATION}."));
        }
    }

    private static JsonNode components(ObjectNode body) {
        for (JsonNode component : body.path("components")) {
            if (component.path("type").asText().equalsIgnoreCase("body")) {
                return body.path("components");
            }
        }
        throw new Refusal(ApiError.parameter("components must have one of type BODY."));
    }

    private static String required(ObjectNode body, String key) {
        String value = Json.text(body, key);
        if (value == null || value.isBlank()) {
            throw new Refusal(ApiError.parameter("The parameter %s is required.".formatted(key)));
        }
        return value;
    }

    /** Sets the status that Meta decided on, and sends a webhook. */
    void decide(Template template, Template.Status status, String reason) {
        Template now = template.with(status);
        state.templates().put(now);
        tell(now, reason);
    }

    /** Sets the category that Meta decided on, and sends a webhook. */
    void recategorise(Template template, String category) {
        if (!CATEGORIES.contains(category)) {
            throw new IllegalArgumentException("There is no category '%s'. A template is one of %s.".formatted(category,
                    CATEGORIES.stream().sorted().toList()));
        }
        state.templates().put(template.in(category));
        state.postOfAccount("template_category_update",
                Json.object("message_template_id", Long.parseLong(template.id()), "message_template_name",
                        template.name(), "message_template_language", template.language(), "previous_category",
                        template.category(), "new_category", category));
    }

    private void tell(Template template, String reason) {
        state.postOfAccount("message_template_status_update",
                Json.object("event", template.status().name(), "message_template_id", Long.parseLong(template.id()),
                        "message_template_name", template.name(), "message_template_language", template.language(),
                        "reason", reason, "message_template_category", template.category()));
    }
}
