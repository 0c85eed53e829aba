package dev.tertulia.dispatch;

import java.io.UncheckedIOException;
import java.time.Instant;

import dev.tertulia.bot.State;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Origin;
import dev.tertulia.registry.Registry;

/** What is known of a group in one turn, asked by any of its threads; what the turn learns of it is written with the turn's effects. */
final class KnownGroup {

    private final Registry registry;
    private final State<GroupFacts> kept;
    private final String group;
    private final Instant now;
    private GroupFacts facts;

    KnownGroup(Registry registry, State<GroupFacts> kept, String group, Instant now) {
        this.registry = registry;
        this.kept = kept;
        this.group = group;
        this.now = now;
        this.facts = read(kept);
    }

    /** What another version wrote and this one cannot read is learned again. */
    private static GroupFacts read(State<GroupFacts> kept) {
        try {
            return kept.get();
        } catch (UncheckedIOException e) {
            return GroupFacts.NONE;
        }
    }

    /** Learns from the event. Returns it with the names that are known. */
    Event learn(Event event) {
        if (!Origin.isGroup(group)) {
            return event;
        }
        Event named = registry.named(event, facts);
        keep(registry.after(facts, named));
        return named;
    }

    synchronized GroupFacts facts() {
        if (!Origin.isGroup(group)) {
            return facts;
        }
        keep(registry.repaired(group, facts, now));
        return registry.shown(group, facts, now);
    }

    private void keep(GroupFacts next) {
        if (!next.equals(facts)) {
            facts = next;
            kept.set(next);
        }
    }
}
