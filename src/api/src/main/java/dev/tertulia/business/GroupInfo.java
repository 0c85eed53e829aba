package dev.tertulia.business;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;

/**
 * A group as WhatsApp describes it. What was not requested or not returned is {@code null}, or an empty list of
 * participants.
 *
 * @param joinApprovalMode      {@code auto_approve} or {@code approval_required}; fixed when the group is made
 * @param totalParticipantCount without the business, at most 8
 */
public record GroupInfo(String id, @Nullable String subject, @Nullable String description,
        @Nullable String joinApprovalMode, @Nullable Boolean suspended, @Nullable Instant creationTimestamp,
        @Nullable Integer totalParticipantCount, List<Member> participants) {}
