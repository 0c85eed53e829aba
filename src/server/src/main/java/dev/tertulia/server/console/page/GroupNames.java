package dev.tertulia.server.console.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.message.Origin;
import dev.tertulia.operator.KnownGroups.KnownGroup;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;

/** The names of groups, as far as they are stored. WhatsApp is not asked. */
@Singleton
@Requires(beans = Settings.class)
public final class GroupNames {

    private final Lines lines;

    GroupNames(Lines lines) {
        this.lines = lines;
    }

    /** The subjects of those conversations that are groups, by id. They are read at once; what is not known is left out. */
    public Map<String, String> of(String number, Stream<String> conversations) {
        List<String> groups = conversations.filter(id -> !id.isEmpty() && Origin.isGroup(id)).distinct().toList();
        return lines.of(number).operator().knownGroups().look(groups).stream().filter(GroupNames::isNamed)
                .collect(Collectors.toMap(KnownGroup::id, group -> group.facts().profile().subject()));
    }

    private static boolean isNamed(KnownGroup group) {
        String subject = group.facts().profile().subject();
        return subject != null && !subject.isBlank();
    }
}
