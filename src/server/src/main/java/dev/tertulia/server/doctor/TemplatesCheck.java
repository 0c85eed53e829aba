package dev.tertulia.server.doctor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.business.TemplateInfo;

/** The templates that bots and rules name exist, are approved, and have the parameters and the category expected. */
record TemplatesCheck(GraphFacts facts, NamedTemplates named) implements GraphCheck {

    private static final String CREATE = "create it in WhatsApp Manager, in this language and with these parameters";
    private static final String AUTHENTICATION = "AUTHENTICATION";

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public List<Finding> findings() {
        Optional<String> account = facts.businessAccount();
        if (account.isEmpty()) {
            return List.of(Finding.skipped(this, "the business account is not known",
                    "set WHATSAPP_BUSINESS_ACCOUNT_ID"));
        }
        List<NamedTemplate> all = named.all();
        if (all.isEmpty()) {
            return List.of(Finding.ok(this, "neither bots nor rules name a template"));
        }
        List<TemplateInfo> existing = facts.templates(account.get()).list().toList();
        List<Finding> wrong = all.stream().flatMap(template -> wrong(template, existing).stream()).toList();
        return wrong.isEmpty()
                ? List.of(Finding.ok(this, "these exist and are approved: "
                        + all.stream().map(NamedTemplate::name).distinct().collect(Collectors.joining(", "))))
                : wrong;
    }

    private List<Finding> wrong(NamedTemplate template, List<TemplateInfo> existing) {
        List<TemplateInfo> ofName = existing.stream().filter(one -> template.name().equals(one.name())).toList();
        return ofName.stream().filter(one -> template.language().equals(one.language())).findFirst()
                .map(found -> Stream.of(status(template, found), category(template, found),
                        parameters(template, "header", template.header(), found),
                        parameters(template, "body", template.body(), found)).flatMap(Optional::stream).toList())
                .orElseGet(() -> List.of(missing(template, ofName)));
    }

    private Finding missing(NamedTemplate template, List<TemplateInfo> ofName) {
        String elsewhere = ofName.stream().map(TemplateInfo::language).collect(Collectors.joining(", "));
        return Finding.problem(this,
                template + (elsewhere.isEmpty() ? " does not exist" : " exists only in " + elsewhere), CREATE);
    }

    private Optional<Finding> status(NamedTemplate template, TemplateInfo found) {
        return "APPROVED".equals(found.status())
                ? Optional.empty()
                : Optional.of(Finding.problem(this, template + " is " + found.status(),
                        "look at it in WhatsApp Manager, which says why; until then its messages fail"));
    }

    private Optional<Finding> category(NamedTemplate template, TemplateInfo found) {
        if (AUTHENTICATION.equals(found.category())) {
            return Optional
                    .of(Finding.problem(this, template + " is an authentication template, which cannot be sent to"
                            + " groups", "create one of the category UTILITY"));
        }
        return Optional.ofNullable(template.category()).filter(expected -> !expected.equalsIgnoreCase(found.category()))
                .map(expected -> Finding.warning(this,
                        "%s has the category %s instead of %s, which costs another price".formatted(template,
                                found.category(), expected),
                        "ask Meta for a review of the category, or change the declaration"));
    }

    private Optional<Finding> parameters(NamedTemplate template, String part, @Nullable Set<String> expected,
            TemplateInfo found) {
        Set<String> places = found.components().stream()
                .filter(component -> component.type().equalsIgnoreCase(part)).findFirst()
                .map(component -> NamedTemplate.places(component.text())).orElseGet(Set::of);
        return expected == null || places.equals(expected)
                ? Optional.empty()
                : Optional.of(Finding.problem(this,
                        "%s has the parameters %s in its %s, and gets %s".formatted(template, places, part, expected),
                        "change the template or what names it"));
    }
}
