package dev.tertulia.business;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;

/**
 * An open join request.
 *
 * @param id the id to approve or reject it by
 */
public record JoinRequest(String id, Member member, @Nullable Instant creationTimestamp) {}
