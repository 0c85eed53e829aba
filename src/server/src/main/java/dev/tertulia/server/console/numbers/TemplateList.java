package dev.tertulia.server.console.numbers;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.business.TemplateInfo;
import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.moderation.bot.RuleFileStatus;
import dev.tertulia.server.doctor.NamedTemplate;
import dev.tertulia.server.doctor.NamedTemplates;
import dev.tertulia.server.settings.Settings;

/** The templates that WhatsApp lists, beside those that bots and rules name. */
@Singleton
@Requires(beans = Settings.class)
final class TemplateList {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateList.class);

    private final NamedTemplates named;

    TemplateList(HandlerFinder finder, Optional<RuleFileStatus> rules, Settings settings) {
        this.named = new NamedTemplates(() -> List.copyOf(finder.bots()), rules.map(RuleFileStatus::file),
                settings.graph());
    }

    /** A template has a name in each language. */
    private record Id(String name, String language) {}

    /** All of them, those first that somebody names and that cannot be sent. */
    List<TemplateRow> with(List<TemplateInfo> listed) {
        Map<Id, TemplateRow> rows = new LinkedHashMap<>();
        listed.forEach(one -> rows.put(new Id(one.name(), one.language()),
                new TemplateRow(one.name(), one.language(), one.category(), one.status(), List.of())));
        named().forEach(one -> rows.merge(new Id(one.name(), one.language()),
                new TemplateRow(one.name(), one.language(), one.category(), null, List.of(one.where())),
                TemplateList::both));
        return rows.values().stream().sorted(Comparator.comparing(TemplateList::urgency)
                .thenComparing(TemplateRow::name).thenComparing(TemplateRow::language)).toList();
    }

    private static int urgency(TemplateRow row) {
        if (row.named().isEmpty()) {
            return 2;
        }
        return row.approved() ? 1 : 0;
    }

    private static TemplateRow both(TemplateRow known, TemplateRow more) {
        return new TemplateRow(known.name(), known.language(), known.category(), known.status(),
                Stream.concat(known.named().stream(), more.named().stream()).distinct().toList());
    }

    /** A rule file that is being changed may be wrong for a moment. */
    private List<NamedTemplate> named() {
        try {
            return named.all();
        } catch (RuntimeException unreadable) {
            LOG.debug("the templates that bots and rules name cannot be read", unreadable);
            return List.of();
        }
    }
}
