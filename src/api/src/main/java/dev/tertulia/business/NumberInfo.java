package dev.tertulia.business;

import org.jspecify.annotations.Nullable;

/**
 * A phone number as WhatsApp knows it; a list tells only the first four.
 *
 * @param qualityRating          {@code GREEN}, {@code YELLOW}, {@code RED} or {@code UNKNOWN}
 * @param status                 such as {@code CONNECTED}
 * @param throughput             how fast it may send
 * @param isOfficialBusinessAccount only such a number may have groups
 */
public record NumberInfo(String id, @Nullable String displayPhoneNumber, @Nullable String verifiedName,
        @Nullable String qualityRating, @Nullable String status, @Nullable String platformType,
        @Nullable Throughput throughput, @Nullable String codeVerificationStatus,
        @Nullable WebhookConfiguration webhookConfiguration, @Nullable Boolean isOfficialBusinessAccount) {

    /**
     * How fast a number may send.
     *
     * @param level {@code STANDARD} for 80 messages in a second, {@code HIGH} for 1000
     */
    public record Throughput(String level) {}

    /** Where its webhooks go; the most particular address wins. */
    public record WebhookConfiguration(@Nullable String phoneNumber, @Nullable String whatsappBusinessAccount,
            @Nullable String application) {}
}
