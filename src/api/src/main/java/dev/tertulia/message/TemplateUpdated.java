package dev.tertulia.message;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A change of a message template by WhatsApp. It is delivered once for each of the account's phone numbers, in the
 * account's conversation.
 *
 * @param language code such as {@code en}; empty when WhatsApp leaves it out
 * @param before   the former value, if WhatsApp reports it
 * @param now      what it is, in WhatsApp's words, such as {@code PAUSED}, {@code MARKETING} or {@code RED}
 * @param reason   why, in WhatsApp's words
 */
public record TemplateUpdated(Origin origin, String name, String language, Aspect aspect, @Nullable String before,
        String now, @Nullable String reason) implements Event {

    private static final Set<String> USABLE = Set.of("APPROVED", "REINSTATED", "UNPAUSED", "PENDING", "IN_APPEAL");
    private static final Set<String> BAD_QUALITY = Set.of("RED", "YELLOW");

    /** The property that changed. */
    public enum Aspect {
        /** The status: whether the template may be sent. */
        STATUS,
        /** The category, which decides the price. */
        CATEGORY,
        /** The quality rating. */
        QUALITY
    }

    /** Whether an operator should look at it. */
    public boolean alarming() {
        return switch (aspect) {
            case STATUS -> !USABLE.contains(now);
            case CATEGORY -> true;
            case QUALITY -> BAD_QUALITY.contains(now);
        };
    }

    /** The same update for another number of the account. */
    public TemplateUpdated with(Origin other) {
        return new TemplateUpdated(other, name, language, aspect, before, now, reason);
    }
}
