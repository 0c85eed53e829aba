package dev.tertulia.groups;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.GroupFacts.Person;
import dev.tertulia.message.Member;

/** The members and former members of a group. Events older than the last known change of a person are ignored. */
final class MemberList {

    private static final int MOST_MEMBERS = 1_000;
    private static final int MOST_FORMER = 50;
    private static final int MOST_ALIASES = 16;

    private final GroupFacts facts;
    private final List<Person> members;
    private final List<Person> former;

    MemberList(GroupFacts facts) {
        this.facts = facts;
        this.members = new ArrayList<>(facts.members());
        this.former = new ArrayList<>(facts.former());
    }

    GroupFacts facts() {
        return facts.withPeople(List.copyOf(members), List.copyOf(former));
    }

    /** Records that a person is a member, at the latest since this time. */
    MemberList in(Member member, Instant at) {
        Optional<Person> gone = find(former, member);
        Optional<Person> here = find(members, member);
        if (here.isPresent()) {
            members.set(members.indexOf(here.get()), with(here.get(), member, here.get().since()));
        } else if (gone.isEmpty() || !at.isBefore(gone.get().since())) {
            gone.ifPresent(former::remove);
            add(members, gone.map(person -> with(person, member, at)).orElse(new Person(member, at, List.of())),
                    MOST_MEMBERS);
        }
        return this;
    }

    /** Records a member that WhatsApp lists, whose identity in other groups is not yet known. */
    void listed(Member member, Instant at) {
        if (find(members, member).or(() -> find(former, member)).isPresent()) {
            in(member, at);
        } else {
            add(members, new Person(member, at), MOST_MEMBERS);
        }
    }

    /** Records that a person wrote; a departure in the same second comes after it. */
    MemberList wrote(Member member, Instant at) {
        Optional<Person> gone = find(former, member);
        return gone.isPresent() && !at.isAfter(gone.get().since()) ? this : in(member, at);
    }

    /** Records that a person is no longer a member since this time. */
    MemberList out(Member member, Instant at) {
        Optional<Person> here = find(members, member);
        if (here.isPresent() && at.isBefore(here.get().since())) {
            return this;
        }
        here.ifPresent(members::remove);
        Optional<Person> gone = find(former, member);
        gone.ifPresent(former::remove);
        add(former,
                here.or(() -> gone).map(person -> with(person, member, at)).orElse(new Person(member, at, List.of())),
                MOST_FORMER);
        return this;
    }

    /** Records that there are no other members. */
    void keepOnly(List<Member> those, Instant now) {
        Set<String> ids = those.stream().flatMap(member -> find(members, member).stream())
                .map(person -> person.member().id()).collect(Collectors.toSet());
        List.copyOf(members).stream().map(Person::member).filter(member -> !ids.contains(member.id()))
                .forEach(member -> out(member, now));
    }

    /**
     * Unites people who turned out to be one under this id.
     *
     * @param known as they are known from now on
     * @param merged other ids of theirs
     * @param replace whether nothing that they were called before is right any more
     * @return the ids that were theirs here
     */
    Set<String> unite(Member known, Collection<String> merged, boolean replace) {
        List<Person> same = Stream.concat(members.stream(), former.stream()).filter(person -> person.member().id()
                .equals(known.id()) || merged.contains(person.member().id())).toList();
        if (same.isEmpty()) {
            return Set.of();
        }
        boolean here = same.stream().anyMatch(members::contains);
        Instant since = same.stream().filter(person -> !here || members.contains(person)).map(Person::since)
                .min(Comparator.naturalOrder()).orElseThrow();
        Person one = new Person(known, since, List.of());
        for (Person person : same) {
            one = replace ? renamed(person, one.member(), one) : joined(person, one);
        }
        members.removeAll(same);
        former.removeAll(same);
        add(here ? members : former, one, here ? MOST_MEMBERS : MOST_FORMER);
        return same.stream().map(person -> person.member().id()).collect(Collectors.toSet());
    }

    private static Person joined(Person older, Person one) {
        Member known = merged(older, one.member()).as(one.member().id());
        return new Person(known, one.since(), aliases(known, older, one));
    }

    private static Person renamed(Person older, Member known, Person one) {
        Member named = new Member(known.userId(), known.phone(),
                first(known.profileName(), older.member().profileName()),
                first(known.username(), older.member().username()), known.id());
        return new Person(named, one.since(), aliases(named, older, one));
    }

    /** The former user ids and phone numbers. */
    private static List<String> aliases(Member known, Person... people) {
        List<String> were = Stream.of(people).flatMap(person -> Stream.concat(
                person.aliases() == null ? Stream.of() : person.aliases().stream(), person.member().identities()))
                .distinct().filter(identity -> known.identities().noneMatch(identity::equals)).toList();
        return were.subList(Math.max(0, were.size() - MOST_ALIASES), were.size());
    }

    /** Removes former user ids and phone numbers from new data. */
    private static Person with(Person person, Member heard, Instant since) {
        Member known = merged(person, heard);
        List<String> aliases = person.aliases() == null ? null : aliases(known, person, new Person(heard, since));
        return new Person(known, since, aliases);
    }

    /** A known person merged with new data. */
    static Member merged(Person person, Member heard) {
        Member old = person.member();
        String userId = heard.userId() != null && !person.had(heard.userId()) ? heard.userId() : old.userId();
        boolean sure = heard.userId() != null && heard.userId().equals(old.userId());
        String phone = heard.phone() != null && (sure || !person.had(heard.phone())) ? heard.phone() : old.phone();
        return new Member(userId, phone, first(heard.profileName(), old.profileName()),
                first(heard.username(), old.username()), old.id());
    }

    private static @Nullable String first(@Nullable String newer, @Nullable String older) {
        return newer != null ? newer : older;
    }

    private static Optional<Person> find(List<Person> people, Member member) {
        return GroupFacts.NONE.withPeople(people, List.of()).person(member);
    }

    private static void add(List<Person> people, Person person, int most) {
        people.add(person);
        if (people.size() > most) {
            people.removeFirst();
        }
    }
}
