package dev.tertulia.server.settings;

/**
 * A phone number of the business.
 *
 * @param phoneNumberId       Meta's id of the number, not the number itself
 * @param messagesPerSecond   ceiling of its lane of messages
 * @param operationsPerSecond ceiling of its lane of group operations
 */
public record Account(String phoneNumberId, String accessToken, double messagesPerSecond,
        double operationsPerSecond) {

    /** Leaves the token out, so that a log line cannot give it away. */
    @Override
    public String toString() {
        return "Account[" + phoneNumberId + "]";
    }
}
