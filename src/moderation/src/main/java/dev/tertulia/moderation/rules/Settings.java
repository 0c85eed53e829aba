package dev.tertulia.moderation.rules;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The settings of a rule file that belong to no policy.
 *
 * @param history   {@code null} if messages are not kept
 * @param keepCases how long cases are kept
 * @param canary    the groups in which the file is in force
 */
public record Settings(StaffSettings staff, @Nullable History history, Duration keepCases, Canary canary) {

    /** How long cases are kept unless the file says otherwise. */
    public static final Duration KEEP_CASES = Duration.ofDays(400);
}
