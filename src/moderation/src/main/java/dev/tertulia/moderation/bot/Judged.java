package dev.tertulia.moderation.bot;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.judge.Subject;

/**
 * An event that rules have judged.
 *
 * @param member      the person concerned
 * @param hits        the rules that hit
 * @param allowance   decides whether policies may send messages to the group
 * @param circumstances what else the decision depends on
 */
record Judged(RuleVersion version, Subject subject, Member member, List<Hit> hits, Allowance allowance,
        Circumstances circumstances) {

    /**
     * What a decision depends on beside the event.
     *
     * @param requestId    the join request; {@code null} for other events
     * @param requestsHeld whether join requests are left to staff
     * @param reporter     who reported the message; {@code null} if it is no report
     */
    record Circumstances(@Nullable String requestId, boolean requestsHeld, @Nullable Member reporter) {

        static final Circumstances NONE = new Circumstances(null, false, null);
    }
}
