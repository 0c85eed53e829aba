package dev.tertulia.moderation.cases;

import org.jspecify.annotations.Nullable;

/**
 * A rule that hit, and why.
 *
 * @param rule      the names of policy and rule, such as {@code community/foreign-links}
 * @param mode      {@code shadow} or {@code enforce}
 * @param condition the condition that hit, such as {@code links}
 * @param evidence  the part of the text that hit; {@code null} if it was no part, or if it was erased
 */
public record Finding(String rule, String mode, String condition, @Nullable String evidence) {

    Finding withoutEvidence() {
        return new Finding(rule, mode, condition, null);
    }
}
