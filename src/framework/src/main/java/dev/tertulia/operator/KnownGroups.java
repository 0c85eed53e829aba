package dev.tertulia.operator;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Origin;
import dev.tertulia.store.BroadcastStore;
import dev.tertulia.store.BroadcastStore.Glance;
import dev.tertulia.store.StoredName;
import dev.tertulia.window.Windows;

/** The groups of a phone number with their stored facts, read many at once and without asking WhatsApp. */
public final class KnownGroups {

    private static final String FACTS = StoredName.of(GroupFacts.class);
    private static final int AT_ONCE = 500;

    private final BroadcastStore store;
    private final Windows windows;
    private final ObjectMapper json;

    public KnownGroups(BroadcastStore store, Windows windows, ObjectMapper json) {
        this.store = store;
        this.windows = windows;
        this.json = json;
    }

    /**
     * A group.
     *
     * @param openUntil when its window shuts or has shut; empty if nobody has written
     * @param facts     what is known of it
     */
    public record KnownGroup(String id, Optional<Instant> openUntil, GroupFacts facts) {

        boolean neverHeard() {
            return openUntil.isEmpty() && facts.equals(GroupFacts.NONE);
        }
    }

    /** The ids of the groups in which somebody wrote, the latest first. */
    public List<String> heard(int atMost) {
        return windows.latest(atMost).stream().filter(Origin::isGroup).toList();
    }

    /** The stored facts of groups, in their order. */
    public List<KnownGroup> look(List<String> groups) {
        List<KnownGroup> all = new ArrayList<>();
        for (int from = 0; from < groups.size(); from += AT_ONCE) {
            List<String> some = groups.subList(from, Math.min(from + AT_ONCE, groups.size()));
            List<Glance> glances = store.glance(some, FACTS);
            for (int i = 0; i < some.size(); i++) {
                all.add(new KnownGroup(some.get(i), glances.get(i).openUntil(), read(glances.get(i).facts())));
            }
        }
        return all;
    }

    /** Facts that another version wrote and this one cannot read are unknown. */
    private GroupFacts read(Optional<String> facts) {
        try {
            return facts.isEmpty() ? GroupFacts.NONE : json.readValue(facts.get(), GroupFacts.class);
        } catch (IOException e) {
            return GroupFacts.NONE;
        }
    }
}
