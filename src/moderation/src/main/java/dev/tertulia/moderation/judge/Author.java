package dev.tertulia.moderation.judge;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The person whom an event concerns.
 *
 * @param id          {@link dev.tertulia.message.Member#id()}
 * @param phone       digits only; {@code null} if it is not known
 * @param memberSince {@code null} if it is not known, and for people who are no members
 * @param strikes     the person's strikes
 */
public record Author(String id, String name, @Nullable String phone, boolean staff, @Nullable Instant memberSince,
        StrikeLookup strikes) {}
