package dev.tertulia.moderation.cases;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of the cases that a search finds.
 *
 * @param next where the search goes on; {@code null} if everything was looked at
 */
public record FoundCases(List<Case> cases, @Nullable String next) {}
