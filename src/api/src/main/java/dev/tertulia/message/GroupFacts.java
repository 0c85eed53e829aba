package dev.tertulia.message;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The facts known about a group at one moment, from its events and from WhatsApp's answers.
 *
 * @param members the members besides the business
 * @param former  former members, the latest last; kept for their names
 * @param pins    pinned messages, at most three, the latest last
 */
public record GroupFacts(Profile profile, List<Person> members, List<Person> former, List<Pin> pins, Times times) {

    /** The facts of an unknown group. */
    public static final GroupFacts NONE = new GroupFacts(null, null, null, null, null);

    /** Whatever is missing is not known. */
    public GroupFacts(@Nullable Profile profile, @Nullable List<Person> members, @Nullable List<Person> former,
            @Nullable List<Pin> pins, @Nullable Times times) {
        this.profile = Objects.requireNonNullElse(profile, new Profile(null, null, null, null, false));
        this.members = Objects.requireNonNullElse(members, List.of());
        this.former = Objects.requireNonNullElse(former, List.of());
        this.pins = Objects.requireNonNullElse(pins, List.of());
        this.times = Objects.requireNonNullElse(times, new Times(null, null, null, null, null));
    }

    /**
     * The appearance of a group, and how to join it.
     *
     * @param approvalRequired whether joining requires approval, if known
     */
    public record Profile(@Nullable String subject, @Nullable String description, @Nullable String inviteLink,
            @Nullable Boolean approvalRequired, boolean suspended) {}

    /**
     * A person, and since when the person is or is not a member, as far as known.
     *
     * @param aliases user ids and phone numbers that were theirs; absent until it was asked who they are in all groups
     */
    public record Person(Member member, Instant since, @Nullable List<String> aliases) {

        /** Somebody of whom only the group knows. */
        public Person(Member member, Instant since) {
            this(member, since, null);
        }

        /** Whether this user id or phone number is or was the person's. */
        public boolean had(String identity) {
            return member.identities().anyMatch(identity::equals) || aliases != null && aliases.contains(identity);
        }

        private boolean mayBe(Member other) {
            return other.userId() == null || member.userId() == null || had(other.userId());
        }
    }

    /** A pinned message. */
    public record Pin(String messageId, Instant until) {}

    /**
     * Times; {@code null} for what is unknown or did not happen.
     *
     * @param lastActivity when somebody last wrote or reacted
     * @param windowUntil  when the customer service window shuts or has shut
     * @param confirmed    when WhatsApp was last asked for all of it
     */
    public record Times(@Nullable Instant created, @Nullable Instant deleted, @Nullable Instant lastActivity,
            @Nullable Instant windowUntil, @Nullable Instant confirmed) {}

    /** Somebody who is or was in the group, under whichever of their names, present or former. */
    public Optional<Member> find(Member somebody) {
        return person(somebody).map(Person::member);
    }

    /** Somebody who is or was in the group, by {@link Member#id()}, or by a phone number or user id of any time. */
    public Optional<Member> find(String id) {
        return people().filter(person -> person.member().id().equals(id)).findFirst().map(Person::member)
                .or(() -> Member.find(id).flatMap(this::find));
    }

    /** The same, with since when. What is theirs by now counts more than what was, and a user id more than a phone. */
    public Optional<Person> person(Member somebody) {
        String userId = somebody.userId();
        String phone = somebody.phone();
        return first(person -> person.member().id().equals(somebody.knownAs()))
                .or(() -> first(person -> userId != null && userId.equals(person.member().userId())))
                .or(() -> first(person -> userId != null && person.had(userId)))
                .or(() -> first(person -> phone != null && phone.equals(person.member().phone())
                        && person.mayBe(somebody)))
                .or(() -> first(person -> phone != null && person.had(phone) && person.mayBe(somebody)));
    }

    private Optional<Person> first(Predicate<Person> is) {
        return people().filter(is).findFirst();
    }

    private Stream<Person> people() {
        return Stream.concat(members.stream(), former.stream());
    }

    /** Whether a person with this {@link Member#id()} is a member. */
    public boolean has(String id) {
        return members.stream().anyMatch(person -> person.member().id().equals(id));
    }

    public GroupFacts with(Profile next) {
        return new GroupFacts(next, members, former, pins, times);
    }

    public GroupFacts with(Times next) {
        return new GroupFacts(profile, members, former, pins, next);
    }

    public GroupFacts withPeople(List<Person> in, List<Person> out) {
        return new GroupFacts(profile, in, out, pins, times);
    }

    public GroupFacts withPins(List<Pin> next) {
        return new GroupFacts(profile, members, former, next, times);
    }
}
