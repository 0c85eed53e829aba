package dev.tertulia.outbox;

import org.jspecify.annotations.Nullable;

/**
 * The details of an entry besides its content.
 *
 * @param address phone number or user id of the person in whose private chat it is sent; {@code null} for a group
 * @param bot     stored name of the bot that asked for it; {@code null} if none did
 * @param tag     the tag that the bot gave it
 * @param payload payload of the tag, as JSON
 * @param pinDays how long it is pinned once it was sent; 0 if it is not
 * @param asks    the question that it asks; {@code null} if it asks none
 */
public record SendDetails(@Nullable String address, @Nullable String bot, @Nullable String tag,
        @Nullable String payload, int pinDays, @Nullable Asked asks) {

    /** Nothing. */
    public static final SendDetails NONE = new SendDetails(null, null, null, null, 0, null);

    /**
     * A question, which opens when the message leaves.
     *
     * @param member the {@code Member.id()} of the person who may answer; {@code null} for anyone
     */
    public record Asked(String question, @Nullable String member) {}

    /** Whether something follows once the entry was sent. */
    public boolean isFollowed() {
        return tag != null || pinDays > 0;
    }
}
