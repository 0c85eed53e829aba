package dev.tertulia.server.console.groups;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.server.console.moderation.CaseView;
import dev.tertulia.server.console.moderation.KnownChats;
import dev.tertulia.server.console.moderation.Moderation;
import dev.tertulia.server.console.page.PrettyJson;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;

/** Reads what bots and rules have to do with a group. */
@Singleton
@Requires(beans = Settings.class)
final class GroupDetailsReader {

    /** What the framework stores beside the values of bots. */
    private static final String OWN = "tertulia.";
    private static final int MOST_CASES = 5;

    private final Lines lines;
    private final GroupCosts costs;
    private final Moderation moderation;
    private final KnownChats chats;

    GroupDetailsReader(Lines lines, GroupCosts costs, Moderation moderation, KnownChats chats) {
        this.lines = lines;
        this.costs = costs;
        this.moderation = moderation;
        this.chats = chats;
    }

    GroupDetails read(String number, String group) {
        Map<String, String> states = new TreeMap<>();
        lines.of(number).stores().inbox().states(group).forEach((key, json) -> {
            if (!key.startsWith(OWN)) {
                states.put(key, PrettyJson.of(json));
            }
        });
        return new GroupDetails(states, cases(number, group), !moderation.isOff(),
                costs.of(number, group).orElse(null));
    }

    private List<CaseView> cases(String number, String group) {
        return moderation.isOff()
                ? List.of()
                : chats.views(number,
                        moderation.trail(number).search(CaseQuery.latest(MOST_CASES).inGroup(group)));
    }
}
