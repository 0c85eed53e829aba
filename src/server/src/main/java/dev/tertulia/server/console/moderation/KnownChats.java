package dev.tertulia.server.console.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Origin;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.server.console.page.GroupNames;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;

/** What is stored of groups and private chats. WhatsApp is not asked. */
@Singleton
@Requires(beans = Settings.class)
public final class KnownChats {

    private final Lines lines;
    private final GroupNames names;

    KnownChats(Lines lines, GroupNames names) {
        this.lines = lines;
        this.names = names;
    }

    /** The facts of a group. Facts that another version wrote and this one cannot read are unknown. */
    public GroupFacts facts(String number, String group) {
        return lines.of(number).operator().knownGroups().look(List.of(group)).getFirst().facts();
    }

    /** Cases with the names of their groups, which are read at once. */
    public List<CaseView> views(String number, List<Case> cases) {
        Map<String, String> known = names.of(number, cases.stream().map(Case::group));
        return cases.stream().map(one -> CaseView.of(one, known.getOrDefault(one.group(), one.group()))).toList();
    }

    /** The groups that a person was seen in. */
    public Set<String> groups(String number, String personId) {
        return lines.of(number).stores().people().groups(personId);
    }

    /** When the window of the private chat with a person shuts or has shut; empty if the person has never written. */
    public Optional<Instant> privateWindow(String number, String personId) {
        return lines.of(number).stores().windows().openUntil(Origin.person(personId));
    }
}
