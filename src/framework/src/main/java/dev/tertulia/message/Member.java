package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * A person in a group. People with a username may hide their phone number, and older events know no user id,
 * so either may be missing, never both.
 *
 * @param userId      the business-scoped user id, stable when the phone number changes
 * @param phone       digits only, as WhatsApp writes it
 * @param profileName the name on the person's profile; join events do not carry it
 * @param username    with its leading {@code @}
 */
public record Member(@Nullable String userId, @Nullable String phone, @Nullable String profileName,
        @Nullable String username) {

    public Member {
        if (userId == null && phone == null) {
            throw new IllegalArgumentException("a member needs a user id or a phone number");
        }
    }

    /** A member of whom only the phone number is known. */
    public static Member ofPhone(String phone) {
        return new Member(null, phone, null, null);
    }

    /** What to key data on: the user id, or the phone number where there is none. */
    public String id() {
        return userId != null ? userId : String.valueOf(phone);
    }

    /** What to call this person: profile name, else username, else phone number, else user id. */
    public String name() {
        if (profileName != null && !Whitespace.isBlank(profileName)) {
            return profileName;
        }
        if (username != null && !Whitespace.isBlank(username)) {
            return username;
        }
        return phone != null ? phone : id();
    }

    /** Whether both are the same person: by user id when both have one, else by phone number. */
    public boolean is(Member other) {
        if (userId != null && other.userId != null) {
            return userId.equals(other.userId);
        }
        return phone != null && phone.equals(other.phone);
    }
}
