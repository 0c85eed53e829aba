package dev.tertulia.server.settings;

import org.jspecify.annotations.Nullable;

/**
 * A phone number of the business.
 *
 * @param phoneNumberId       Meta's id of the number, not the number itself
 * @param businessAccountId   Meta's id of the account that the number belongs to; only some questions need it
 * @param messagesPerSecond   ceiling of its lane of messages; {@code null} to go by what WhatsApp says of the number
 * @param operationsPerSecond ceiling of its lane of group operations
 */
public record Account(String phoneNumberId, @Nullable String businessAccountId, String accessToken,
        @Nullable Double messagesPerSecond, double operationsPerSecond) {

    /** Leaves the token out, so that a log line cannot give it away. */
    @Override
    public String toString() {
        return "Account[" + phoneNumberId + "]";
    }
}
