package dev.tertulia.moderation.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A test of rules: an event, and the rules that it has to hit.
 *
 * @param line   where it stands in its file
 * @param name   what it is called in reports
 * @param event  the event
 * @param who    the person concerned
 * @param expect the names of the rules, all of them
 */
public record RuleCase(int line, String name, Event event, Who who, Set<String> expect) {

    public RuleCase {
        expect = Set.copyOf(expect);
    }

    /**
     * An event.
     *
     * @param forwarding how often the message was forwarded: {@code false}, {@code true} or {@code often}
     */
    public record Event(On on, String text, MessageType type, String forwarding, Place place, Repetition repetition) {}

    /**
     * Where and when an event happens.
     *
     * @param group  its id; empty if it does not matter, so that all policies apply
     * @param labels of the group
     */
    public record Place(Instant at, String group, Set<String> labels) {
        public Place {
            labels = Set.copyOf(labels);
        }

        /** Whether policies apply whatever their groups are. */
        public boolean isAnywhere() {
            return group.isEmpty() && labels.isEmpty();
        }
    }

    /**
     * How often an event happens. The rules have to hit the last one.
     *
     * @param every           the time between one and the next
     * @param differentPeople whether each is of another person
     * @param differentGroups whether each is in another group
     */
    public record Repetition(int times, Duration every, boolean differentPeople, boolean differentGroups) {}

    /**
     * A person.
     *
     * @param memberFor how long the person has been a member; empty if it is not known
     */
    public record Who(String name, @Nullable String phone, boolean staff, Optional<Duration> memberFor, int strikes) {

        /** Somebody who has been a member for a year. */
        public static final Who SOMEBODY = new Who("Ana", null, false, Optional.of(Duration.ofDays(365)), 0);
    }
}
