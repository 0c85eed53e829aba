package dev.tertulia.groups;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.tertulia.graph.Graph;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.GroupFacts.Person;
import dev.tertulia.message.GroupFacts.Times;
import dev.tertulia.message.Member;
import dev.tertulia.window.Windows;

/**
 * The facts about the groups of one phone number. They are stored with the state of bots: read with each event and
 * written with its effects, or not at all.
 */
public final class GroupFactsSource {

    /** How long WhatsApp's answer about a group is valid; events report changes unless one is lost. */
    private static final Duration CONFIRMED_FOR = Duration.ofDays(1);

    private final Graph graph;
    private final Windows windows;

    public GroupFactsSource(Graph graph, Windows windows) {
        this.graph = graph;
        this.windows = windows;
    }

    /** The facts after an event of the group. */
    public GroupFacts after(GroupFacts facts, Event event) {
        return GroupFactsReducer.after(facts, event);
    }

    /** The event with its known person. */
    public Event named(Event event, UnaryOperator<Member> known) {
        return EventMembers.replaced(event, known);
    }

    /** A known person merged with new data. */
    public Member known(Person person, Member heard) {
        return MemberList.merged(person, heard);
    }

    /** The facts in which people who turned out to be one are united under the id of {@code known}. */
    public United unite(GroupFacts facts, Member known, Collection<String> ids, boolean replace) {
        MemberList people = new MemberList(facts);
        Set<String> were = people.unite(known, ids, replace);
        return new United(people.facts(), were);
    }

    /**
     * Facts, and the ids that were united.
     *
     * @param ids that were theirs
     */
    public record United(GroupFacts facts, Set<String> ids) {}

    /** The facts, refreshed from WhatsApp if that was not done for a day. Without an answer they are unchanged. */
    public GroupFacts repaired(String group, GroupFacts facts, Instant now) {
        Instant confirmed = facts.times().confirmed();
        boolean good = confirmed != null && confirmed.plus(CONFIRMED_FOR).isAfter(now);
        return good || facts.times().deleted() != null
                ? facts
                : graph.info(group).map(info -> Reconciler.of(facts, info, now)).orElse(facts);
    }

    /** The facts as shown to bots: with the window, which is stored elsewhere, and without expired pins. */
    public GroupFacts shown(String group, GroupFacts facts, Instant now) {
        Times times = facts.times();
        return facts.withPins(facts.pins().stream().filter(pin -> pin.until().isAfter(now)).toList())
                .with(new Times(times.created(), times.deleted(), times.lastActivity(),
                        windows.openUntil(group).orElse(null), times.confirmed()));
    }
}
