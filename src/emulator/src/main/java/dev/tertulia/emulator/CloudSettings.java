package dev.tertulia.emulator;

/**
 * What the emulated account looks like: its ids, its secrets, and the seed of everything random.
 *
 * @param displayPhoneNumber digits only, as webhooks print it
 * @param appSecret signs the webhooks
 * @param verifyToken what the bot expects in the webhook handshake
 * @param seed equal seeds and equal scripts give equal ids
 */
public record CloudSettings(String phoneNumberId, String businessAccountId, String displayPhoneNumber,
        String accessToken, String appSecret, String verifyToken, long seed) {

    public static CloudSettings demo() {
        return new CloudSettings("106540352242922", "102290129340398", "15550783881", "demo-token", "test-app-secret",
                "demo-verify", 42);
    }

    public CloudSettings withPhoneNumberId(String id) {
        return new CloudSettings(id, businessAccountId, displayPhoneNumber, accessToken, appSecret, verifyToken, seed);
    }

    public CloudSettings withAccessToken(String token) {
        return new CloudSettings(phoneNumberId, businessAccountId, displayPhoneNumber, token, appSecret, verifyToken,
                seed);
    }

    public CloudSettings withAppSecret(String secret) {
        return new CloudSettings(phoneNumberId, businessAccountId, displayPhoneNumber, accessToken, secret,
                verifyToken, seed);
    }

    public CloudSettings withVerifyToken(String token) {
        return new CloudSettings(phoneNumberId, businessAccountId, displayPhoneNumber, accessToken, appSecret, token,
                seed);
    }

    public CloudSettings withSeed(long other) {
        return new CloudSettings(phoneNumberId, businessAccountId, displayPhoneNumber, accessToken, appSecret,
                verifyToken, other);
    }

    /** Leaves the secrets out, so that a log line cannot give them away. */
    @Override
    public String toString() {
        return "CloudSettings[phone number %s, account %s, seed %d]".formatted(phoneNumberId, businessAccountId, seed);
    }
}
