package dev.tertulia.message;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A person in a group. People with a username may hide their phone number, and older events know no user id,
 * so either may be missing, never both. Both change when a person changes the phone number; {@link #id()} stays.
 *
 * @param userId      the business-scoped user id, such as {@code US.93737000444}
 * @param phone       digits only, as WhatsApp writes it; absent unless known
 * @param profileName the name on the person's profile; join events do not carry it
 * @param username    with its leading {@code @}
 * @param knownAs     the user id or phone number that the person was first known by; absent while it is still theirs
 * @param staff       whether the person is staff where the event happened; {@code null} if it was not looked up, see
 *                    {@link #isStaff}
 */
public record Member(@Nullable String userId, @Nullable String phone, @Nullable String profileName,
        @Nullable String username, @Nullable String knownAs, @Nullable Boolean staff) {

    private static final Pattern USER_ID = Pattern.compile("[A-Za-z]{2}\\.(?:ENT\\.)?[A-Za-z0-9]{1,128}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9\\s\\p{Zs}()./-]*");

    /**
     * Where a user id stands in place of a phone number, it is read as one; what is neither, or cannot be an id, is
     * absent.
     */
    public Member {
        userId = filled(userId);
        userId = userId != null && Ids.isPlain(userId) ? userId : null;
        phone = filled(phone);
        if (phone != null && USER_ID.matcher(phone).matches()) {
            userId = userId == null ? phone : userId;
            phone = null;
        }
        phone = phone == null ? null : digits(phone).orElse(null);
        if (userId == null && phone == null) {
            throw new InvalidArgument("a member needs a user id or a phone number");
        }
        knownAs = filled(knownAs);
        knownAs = Objects.equals(knownAs, userId == null ? phone : userId) ? null : knownAs;
    }

    /** A member of whom it is not known whether they are staff. */
    public Member(@Nullable String userId, @Nullable String phone, @Nullable String profileName,
            @Nullable String username, @Nullable String knownAs) {
        this(userId, phone, profileName, username, knownAs, null);
    }

    /** A member who has always been known by what they are known by now. */
    public Member(@Nullable String userId, @Nullable String phone, @Nullable String profileName,
            @Nullable String username) {
        this(userId, phone, profileName, username, null);
    }

    /** A member of whom only the phone number is known. */
    public static Member ofPhone(String phone) {
        return new Member(null, phone, null, null);
    }

    /**
     * A member of whom only that is known.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Member of(String phoneOrUserId) {
        return find(phoneOrUserId).orElseThrow(() -> new IllegalArgumentException("'" + phoneOrUserId
                + "' is no member; write a phone number such as +1 650 555 1234, or a user id such as US.93737000444"));
    }

    /** A member of whom only that is known; empty if it is neither a phone number nor a user id. */
    public static Optional<Member> find(@Nullable String phoneOrUserId) {
        String one = filled(phoneOrUserId);
        return one != null && (USER_ID.matcher(one).matches() || PHONE.matcher(one).matches())
                ? Optional.of(new Member(null, one, null, null))
                : Optional.empty();
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A phone number as WhatsApp writes it, whatever people put between the digits. */
    private static Optional<String> digits(String phone) {
        return Optional.of(phone).filter(PHONE.asMatchPredicate())
                .map(Ids::digits);
    }

    /**
     * What to key data on: it stays the same when the person's phone number or user id changes, or the other one
     * becomes known. It is the user id or phone number that the person was first known by, so do not write to it:
     * {@link #address()} is for that.
     */
    public String id() {
        return knownAs != null ? knownAs : address();
    }

    /** What WhatsApp reaches the person by today: the user id, or the phone number where there is none. */
    public String address() {
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
        return phone != null ? phone : address();
    }

    /** The same person under this {@link #id()}. */
    public Member as(String id) {
        return new Member(userId, phone, profileName, username, id, staff);
    }

    /** The same person, who is staff or is not. */
    public Member asStaff(boolean isStaff) {
        return isStaff() == isStaff ? this : new Member(userId, phone, profileName, username, id(), isStaff);
    }

    /** Whether the person is staff in the group or chat of the turn, by the setting {@code tertulia.staff}. */
    public boolean isStaff() {
        return Boolean.TRUE.equals(staff);
    }

    /** The user id and the phone number, as far as they are known. */
    public Stream<String> identities() {
        return Stream.of(userId, phone).filter(Objects::nonNull);
    }

    /**
     * Whether both are the same person, as far as they themselves tell: by user id when both have one, else by phone
     * number. {@code group.facts().find(member)} also knows what the person was called before.
     */
    public boolean is(Member other) {
        if (userId != null && other.userId != null) {
            return userId.equals(other.userId);
        }
        return phone != null && phone.equals(other.phone);
    }
}
