package dev.tertulia.turn;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.groups.GroupFactsSource.United;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.GroupFacts.Person;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Left;
import dev.tertulia.message.Member;
import dev.tertulia.message.MemberChanged;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Origin;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.Removed;
import dev.tertulia.store.PeopleDirectory.Entry;
import dev.tertulia.turn.TurnStates.StoredState;

/** The facts of a group in one turn. What the turn learns is stored with its effects. */
final class TurnGroupFacts extends GroupFactsSession {

    private final GroupFactsSource registry;
    private final TurnStates states;
    private final IdentityResolver identities;
    private final Origin cause;

    TurnGroupFacts(GroupFactsSource registry, TurnStates states, IdentityResolver identities, Event event,
            Instant now) {
        super(registry, states.of(GroupFacts.class, null), event.group(), now);
        this.registry = registry;
        this.states = states;
        this.identities = identities;
        this.cause = event.origin();
    }

    /** Learns from the event. Returns it with its known person. */
    Event learn(Event event) {
        if (!Origin.isGroup(group())) {
            return inPrivate(event);
        }
        if (event instanceof MemberChanged changed) {
            return become(changed);
        }
        Event named = registry.named(event, member -> known(event, member));
        keep(registry.after(facts(), named));
        switch (named) {
            case Left left -> leave(left.member());
            case Removed removed -> leave(removed.member());
            default -> {
            }
        }
        return named;
    }

    /** The event of a one-to-one chat with what is known of its person in all chats. */
    private Event inPrivate(Event event) {
        return event instanceof IncomingMessage || event instanceof Reaction
                ? registry.named(event, member -> member.as(identities.meet(member, group(), cause).id()))
                : event;
    }

    @Override
    public synchronized GroupFacts get() {
        GroupFacts repaired = super.get();
        List<Member> unasked = facts().members().stream().filter(person -> person.aliases() == null)
                .map(Person::member).toList();
        unasked.forEach(member -> meet(member, Optional.of(member), group()));
        return unasked.isEmpty() ? repaired : super.get();
    }

    private void leave(Member member) {
        if (!facts().has(member.id())) {
            identities.left(member, group());
        }
    }

    /** The known person. The directory is asked only about new data. */
    private Member known(Event event, Member member) {
        Optional<Person> found = facts().person(member);
        if (found.isEmpty() && event instanceof MessageStatus) {
            return member;
        }
        boolean comes = switch (event) {
            case GroupMessage e -> true;
            case Reaction e -> true;
            case Joined e -> true;
            default -> false;
        };
        boolean here = found.filter(person -> facts().has(person.member().id())).isPresent();
        Member all = current(member);
        boolean nothingNew = found.filter(person -> person.aliases() != null
                && member.identities().allMatch(person::had)).isPresent() && (here || !comes);
        return nothingNew ? all : meet(all, found.map(Person::member), here || comes ? group() : null);
    }

    private Member meet(Member member, Optional<Member> local, @Nullable String where) {
        Entry entry = identities.meet(member, where, cause);
        Set<String> ids = new HashSet<>(entry.merged());
        local.map(Member::id).ifPresent(ids::add);
        Member known = member.as(entry.id());
        unite(known, ids, false);
        return facts().find(entry.id()).filter(person -> person.id().equals(entry.id())).orElse(known);
    }

    private MemberChanged become(MemberChanged told) {
        String id = told.after().id();
        Optional<Member> former = facts().find(told.before().id()).filter(was -> was.id().equals(told.before().id()));
        Optional<Member> local = former.or(() -> facts().find(id)).or(() -> facts().find(told.before()));
        Set<String> ids = new HashSet<>(Set.of(told.before().id()));
        local.map(Member::id).ifPresent(ids::add);
        boolean replaced = !told.before().identities().toList().equals(told.after().identities().toList());
        unite(told.after(), ids, replaced);
        Member before = former.or(() -> told.merges() ? Optional.of(told.before()) : local).orElse(told.before());
        return new MemberChanged(told.origin(), before, facts().find(id).orElse(told.after()));
    }

    private void unite(Member known, Set<String> ids, boolean replaced) {
        United united = registry.unite(facts(), known, ids, replaced);
        keep(united.facts());
        united.ids().stream().filter(id -> !id.equals(known.id())).forEach(id -> move(id, known.id()));
    }

    private void move(String id, String other) {
        states.move(id, other);
        StoredState<OpenQuestions> questions = states.of(OpenQuestions.class, null);
        OpenQuestions moved = questions.get().moved(id, other);
        if (!moved.equals(questions.get())) {
            questions.set(moved);
        }
    }
}
