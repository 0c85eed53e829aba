package dev.tertulia.turn;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

import dev.tertulia.bot.State;
import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;
import dev.tertulia.message.MemberChanged;
import dev.tertulia.message.Origin;
import dev.tertulia.number.NumberContext;
import dev.tertulia.store.Inbox;

/** The stored facts of a group. Thread-safe. */
class GroupFactsSession implements GroupFactsView {

    private final GroupFactsSource registry;
    private final State<GroupFacts> kept;
    private final String group;
    private final Instant now;
    private GroupFacts facts;

    GroupFactsSession(GroupFactsSource registry, State<GroupFacts> kept, String group, Instant now) {
        this.registry = registry;
        this.kept = kept;
        this.group = group;
        this.now = now;
        this.facts = read(kept);
    }

    /** The facts of a group as stored now. Changes are not stored, because only turns write. */
    static GroupFactsSession stored(GroupFactsSource registry, Inbox inbox, NumberContext number, String group) {
        String key = TurnStates.key(GroupFacts.class);
        Map<String, String> stored = inbox.state(group, key).map(facts -> Map.of(key, facts)).orElse(Map.of());
        return new GroupFactsSession(registry, new TurnStates(number.json(), stored).of(GroupFacts.class, null), group,
                number.now());
    }

    /** Facts that another version wrote and this one cannot read are learned again. */
    private static GroupFacts read(State<GroupFacts> kept) {
        try {
            return kept.get();
        } catch (UncheckedIOException e) {
            return GroupFacts.NONE;
        }
    }

    @Override
    public synchronized GroupFacts get() {
        if (!Origin.isGroup(group)) {
            return facts;
        }
        keep(registry.repaired(group, facts, now));
        return registry.shown(group, facts, now);
    }

    @Override
    public synchronized Member current(Member member) {
        return facts.person(member).map(person -> registry.known(person, member)).orElse(member);
    }

    /**
     * Whether an event concerns this group. A change of a person does not if they are no longer a member, or outside of
     * groups.
     */
    boolean concerns(Event event) {
        if (!(event instanceof MemberChanged changed)) {
            return true;
        }
        String id = changed.after().id();
        return Origin.isGroup(group) && facts.times().deleted() == null
                && (facts.has(id) || facts.find(id).isEmpty());
    }

    final GroupFacts facts() {
        return facts;
    }

    final String group() {
        return group;
    }

    /** Stores facts with the effects of the turn, if there is one. */
    final void keep(GroupFacts next) {
        if (!next.equals(facts)) {
            facts = next;
            kept.set(next);
        }
    }
}
