package dev.tertulia.business;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;

/**
 * What WhatsApp says of a group; what was not asked for or not told is {@code null}, and of participants nobody.
 *
 * @param joinApprovalMode      {@code auto_approve} or {@code approval_required}; fixed when the group is made
 * @param totalParticipantCount without the business, 8 at most
 */
public record GroupInfo(String id, @Nullable String subject, @Nullable String description,
        @Nullable String joinApprovalMode, @Nullable Boolean suspended, @Nullable Instant creationTimestamp,
        @Nullable Integer totalParticipantCount, List<Member> participants) {}
