package dev.tertulia.server.settings;

/**
 * Secrets that authenticate Meta's webhooks.
 *
 * @param appSecret   the key of every delivery's signature
 * @param verifyToken the token that the handshake must contain
 */
public record WebhookSecrets(String appSecret, String verifyToken) {

    /** Omits the secrets, so that they cannot appear in a log. */
    @Override
    public String toString() {
        return "WebhookSecrets";
    }
}
