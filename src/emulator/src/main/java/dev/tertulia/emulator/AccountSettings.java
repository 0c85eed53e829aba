package dev.tertulia.emulator;

/**
 * Settings of the emulated account: its ids, its secrets, and the seed of its random ids.
 *
 * @param displayPhoneNumber digits only
 * @param appSecret signs the webhooks
 * @param verifyToken the token that the bot expects in the webhook handshake
 * @param seed equal seeds and equal scripts give equal ids
 */
public record AccountSettings(String phoneNumberId, String businessAccountId, String displayPhoneNumber,
        String accessToken, String appSecret, String verifyToken, long seed) {

    /** Returns settings with fixed ids and secrets, for tests. */
    public static AccountSettings demo() {
        return new AccountSettings("106540352242922", "102290129340398", "15550783881", "demo-token", "test-app-secret",
                "demo-verify", 42);
    }

    public AccountSettings withPhoneNumberId(String id) {
        return new AccountSettings(id, businessAccountId, displayPhoneNumber, accessToken, appSecret, verifyToken,
                seed);
    }

    public AccountSettings withAccessToken(String token) {
        return new AccountSettings(phoneNumberId, businessAccountId, displayPhoneNumber, token, appSecret, verifyToken,
                seed);
    }

    public AccountSettings withAppSecret(String secret) {
        return new AccountSettings(phoneNumberId, businessAccountId, displayPhoneNumber, accessToken, secret,
                verifyToken, seed);
    }

    public AccountSettings withVerifyToken(String token) {
        return new AccountSettings(phoneNumberId, businessAccountId, displayPhoneNumber, accessToken, appSecret, token,
                seed);
    }

    public AccountSettings withSeed(long other) {
        return new AccountSettings(phoneNumberId, businessAccountId, displayPhoneNumber, accessToken, appSecret,
                verifyToken, other);
    }

    /** Omits the secrets, so that they are not logged. */
    @Override
    public String toString() {
        return "AccountSettings[phone number %s, account %s, seed %d]".formatted(phoneNumberId, businessAccountId,
                seed);
    }
}
