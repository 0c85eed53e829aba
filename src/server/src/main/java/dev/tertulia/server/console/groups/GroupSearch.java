package dev.tertulia.server.console.groups;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.bot.Groups;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.settings.Settings;

/** Search for groups by subject, id, member and label. */
@Singleton
@Requires(beans = Settings.class)
final class GroupSearch {

    /** The parameter of the label. */
    static final String LABEL = "label";

    private static final Pattern LABEL_NAME = Pattern.compile("[a-z0-9._-]{1,64}");

    private final GroupIndex index;
    private final Groups groups;

    GroupSearch(GroupIndex index, Groups groups) {
        this.index = index;
        this.groups = groups;
    }

    /** The groups that match a query, those with the latest activity first. */
    List<GroupRow> find(String number, ListQuery query) {
        String label = query.get(LABEL);
        Set<String> required = label.isEmpty() ? Set.of() : groups.of(number).labelled(label);
        Set<String> named = LABEL_NAME.matcher(query.text()).matches()
                ? groups.of(number).labelled(query.text())
                : Set.of();
        return index.of(number).stream().filter(group -> label.isEmpty() || required.contains(group.id()))
                .filter(group -> group.matches(query) || named.contains(group.id())).toList();
    }
}
