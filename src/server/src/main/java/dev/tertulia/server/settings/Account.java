package dev.tertulia.server.settings;

import org.jspecify.annotations.Nullable;

/**
 * A phone number of the business.
 *
 * @param phoneNumberId       Meta's id of the number, not the number itself
 * @param businessAccountId   Meta's id of the account that the number belongs to; only some calls need it
 * @param messagesPerSecond   the maximum message rate; {@code null} for the throughput that WhatsApp reports
 * @param operationsPerSecond the maximum rate of group operations
 */
public record Account(String phoneNumberId, @Nullable String businessAccountId, String accessToken,
        @Nullable Double messagesPerSecond, double operationsPerSecond) {

    /**
     * A number that was added without settings of its own, with the token and the rates of this one.
     *
     * @param id       the phone number id
     * @param business the id of its business account, {@code null} if it is not known
     */
    public Account forAdded(String id, @Nullable String business) {
        return new Account(id, business, accessToken, messagesPerSecond, operationsPerSecond);
    }

    /** Omits the token, so that it cannot appear in a log. */
    @Override
    public String toString() {
        return "Account[" + phoneNumberId + "]";
    }
}
