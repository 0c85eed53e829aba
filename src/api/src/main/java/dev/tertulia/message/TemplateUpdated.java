package dev.tertulia.message;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * WhatsApp changed a message template of the account. It is told once for each of the account's phone numbers, in the
 * conversation that stands for the account.
 *
 * @param language code such as {@code en}; empty when WhatsApp leaves it out
 * @param before   what it was, if WhatsApp says so
 * @param now      what it is, in WhatsApp's words, such as {@code PAUSED}, {@code MARKETING} or {@code RED}
 * @param reason   why, in WhatsApp's words
 */
public record TemplateUpdated(Origin origin, String name, String language, Aspect aspect, @Nullable String before,
        String now, @Nullable String reason) implements Event {

    private static final Set<String> USABLE = Set.of("APPROVED", "REINSTATED", "UNPAUSED", "PENDING", "IN_APPEAL");
    private static final Set<String> BAD_QUALITY = Set.of("RED", "YELLOW");

    /** What of it changed. */
    public enum Aspect {
        /** Whether it may be sent. */
        STATUS,
        /** As what it is charged. */
        CATEGORY,
        /** How people like it. */
        QUALITY
    }

    /** Whether somebody who runs a bot that sends it should look at it. */
    public boolean alarming() {
        return switch (aspect) {
            case STATUS -> !USABLE.contains(now);
            case CATEGORY -> true;
            case QUALITY -> BAD_QUALITY.contains(now);
        };
    }

    /** The same about the account of another number. */
    public TemplateUpdated with(Origin other) {
        return new TemplateUpdated(other, name, language, aspect, before, now, reason);
    }
}
