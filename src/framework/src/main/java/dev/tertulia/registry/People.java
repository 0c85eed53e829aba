package dev.tertulia.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.GroupFacts.Person;
import dev.tertulia.message.Member;

/** The people of a group while they come and go. What happened before the latest that is known of a person is old news. */
final class People {

    private static final int MOST_MEMBERS = 1_000;
    private static final int MOST_FORMER = 50;

    private final GroupFacts facts;
    private final List<Person> members;
    private final List<Person> former;

    People(GroupFacts facts) {
        this.facts = facts;
        this.members = new ArrayList<>(facts.members());
        this.former = new ArrayList<>(facts.former());
    }

    GroupFacts facts() {
        return facts.withPeople(List.copyOf(members), List.copyOf(former));
    }

    /** Somebody is in the group since then at the latest. */
    People in(Member member, Instant at) {
        Optional<Person> gone = find(former, member);
        Optional<Person> here = find(members, member);
        if (here.isPresent()) {
            members.set(members.indexOf(here.get()),
                    new Person(merged(member, here.get().member()), here.get().since()));
        } else if (gone.isEmpty() || !at.isBefore(gone.get().since())) {
            gone.ifPresent(former::remove);
            add(members, new Person(merged(member, gone.map(Person::member).orElse(null)), at), MOST_MEMBERS);
        }
        return this;
    }

    /** Somebody wrote: whoever left in that very second did so afterwards. */
    People wrote(Member member, Instant at) {
        Optional<Person> gone = find(former, member);
        return gone.isPresent() && !at.isAfter(gone.get().since()) ? this : in(member, at);
    }

    /** Somebody is out of the group since then. */
    People out(Member member, Instant at) {
        Optional<Person> here = find(members, member);
        if (here.isPresent() && at.isBefore(here.get().since())) {
            return this;
        }
        here.ifPresent(members::remove);
        Optional<Person> gone = find(former, member);
        gone.ifPresent(former::remove);
        Member known = here.or(() -> gone).map(Person::member).orElse(null);
        add(former, new Person(merged(member, known), at), MOST_FORMER);
        return this;
    }

    /** Nobody else is in the group. */
    void keepOnly(List<Member> those, Instant now) {
        List.copyOf(members).stream().map(Person::member).filter(member -> those.stream().noneMatch(member::is))
                .forEach(member -> out(member, now));
    }

    /** All that is known of a person from two sources; the newer one counts. */
    static Member merged(Member newer, @Nullable Member older) {
        return older == null
                ? newer
                : new Member(first(newer.userId(), older.userId()), first(newer.phone(), older.phone()),
                        first(newer.profileName(), older.profileName()), first(newer.username(), older.username()));
    }

    private static @Nullable String first(@Nullable String newer, @Nullable String older) {
        return newer != null ? newer : older;
    }

    private static Optional<Person> find(List<Person> people, Member member) {
        return people.stream().filter(person -> person.member().is(member)).findFirst();
    }

    private static void add(List<Person> people, Person person, int most) {
        people.add(person);
        if (people.size() > most) {
            people.removeFirst();
        }
    }
}
