package dev.tertulia.server.settings;

/**
 * How Meta proves that it is Meta.
 *
 * @param appSecret   signs every delivery
 * @param verifyToken what the handshake has to bring
 */
public record WebhookSecrets(String appSecret, String verifyToken) {

    /** Leaves the secrets out, so that a log line cannot give them away. */
    @Override
    public String toString() {
        return "WebhookSecrets";
    }
}
