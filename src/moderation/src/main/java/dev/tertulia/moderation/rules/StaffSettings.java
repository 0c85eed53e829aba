package dev.tertulia.moderation.rules;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;

/**
 * The people who moderate, beside those of the setting {@code tertulia.staff}.
 *
 * @param people phone numbers and user ids
 * @param alerts who gets alerts; {@code null} if nobody does
 */
public record StaffSettings(List<Member> people, @Nullable Alerts alerts) {

    /** Nobody. */
    public static final StaffSettings NONE = new StaffSettings(List.of(), null);

    public StaffSettings {
        people = List.copyOf(people);
    }

    /** Whether a person is named. */
    public boolean names(Member somebody) {
        return people.stream().anyMatch(somebody::is);
    }

    /** Who gets alerts. */
    public sealed interface Alerts {

        /** The groups that bear a label. */
        record ToLabel(String label) implements Alerts {}

        /** The group with an id. */
        record ToGroup(String id) implements Alerts {}

        /** A person, in the private chat. */
        record ToPerson(Member person) implements Alerts {}
    }
}
