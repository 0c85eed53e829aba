package dev.tertulia.registry;

import java.time.Duration;
import java.time.Instant;

import dev.tertulia.graph.Graph;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.GroupFacts.Times;
import dev.tertulia.window.Windows;

/**
 * What the groups of one phone number are. The facts of a group lie beside what its bots remember: they are read with
 * each event and written with its effects, or not at all.
 */
public final class Registry {

    /** How long WhatsApp's answer about a group is good for: events tell what changes, if none of them is lost. */
    private static final Duration CONFIRMED_FOR = Duration.ofDays(1);

    private final Graph graph;
    private final Windows windows;

    public Registry(Graph graph, Windows windows) {
        this.graph = graph;
        this.windows = windows;
    }

    /** The facts after an event of the group. */
    public GroupFacts after(GroupFacts facts, Event event) {
        return History.after(facts, event);
    }

    /** The event, its person with all that the facts know of them. */
    public Event named(Event event, GroupFacts facts) {
        return Naming.named(event, facts);
    }

    /** The facts, repaired where WhatsApp was not asked for a day. If it does not answer they stay as they are. */
    public GroupFacts repaired(String group, GroupFacts facts, Instant now) {
        Instant confirmed = facts.times().confirmed();
        boolean good = confirmed != null && confirmed.plus(CONFIRMED_FOR).isAfter(now);
        return good || facts.times().deleted() != null
                ? facts
                : graph.info(group).map(info -> Repair.of(facts, info, now)).orElse(facts);
    }

    /** The facts as they are shown: with the window, which is kept elsewhere, and without pins that have ended. */
    public GroupFacts shown(String group, GroupFacts facts, Instant now) {
        Times times = facts.times();
        return facts.withPins(facts.pins().stream().filter(pin -> pin.until().isAfter(now)).toList())
                .with(new Times(times.created(), times.deleted(), times.lastActivity(),
                        windows.openUntil(group).orElse(null), times.confirmed()));
    }
}
