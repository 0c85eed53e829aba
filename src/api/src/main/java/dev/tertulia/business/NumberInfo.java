package dev.tertulia.business;

import org.jspecify.annotations.Nullable;

/**
 * A phone number as WhatsApp describes it; in lists only the first four components are present.
 *
 * @param qualityRating          {@code GREEN}, {@code YELLOW}, {@code RED} or {@code UNKNOWN}
 * @param status                 such as {@code CONNECTED}
 * @param throughput             the rate at which it may send
 * @param isOfficialBusinessAccount whether it is an Official Business Account, as groups require
 */
public record NumberInfo(String id, @Nullable String displayPhoneNumber, @Nullable String verifiedName,
        @Nullable String qualityRating, @Nullable String status, @Nullable String platformType,
        @Nullable Throughput throughput, @Nullable String codeVerificationStatus,
        @Nullable WebhookConfiguration webhookConfiguration, @Nullable Boolean isOfficialBusinessAccount) {

    /**
     * The rate at which a number may send.
     *
     * @param level {@code STANDARD} for 80 messages per second, {@code HIGH} for 1000
     */
    public record Throughput(String level) {}

    /** The webhook URLs of a number; the most specific one is used. */
    public record WebhookConfiguration(@Nullable String phoneNumber, @Nullable String whatsappBusinessAccount,
            @Nullable String application) {}
}
