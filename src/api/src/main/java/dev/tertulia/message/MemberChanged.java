package dev.tertulia.message;

/**
 * A person is known otherwise from now on: under another phone number or user id, or two of whom both were known turned
 * out to be one. Comes to each group that the person is known to be in. {@link Member#id()} is the same before and after,
 * so there is nothing to do for a bot that keys its data on it, unless two became one: then what it keeps under
 * {@code before.id()} belongs to {@code after.id()}.
 *
 * @param before as the group knew the person
 * @param after  as they are known now; a phone number or user id that is no longer right is absent
 */
public record MemberChanged(Origin origin, Member before, Member after) implements Event {

    /** Whether two known members turned out to be one person. */
    public boolean merges() {
        return !before.id().equals(after.id());
    }
}
