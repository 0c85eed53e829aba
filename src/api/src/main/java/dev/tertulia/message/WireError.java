package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * An error as Meta reports it inside a webhook or a per-item list: a code to branch on and texts for people.
 *
 * @param code    Meta's number, for example 131047
 * @param title   a short name; never branch on it
 * @param details one sentence on this very case, when Meta gives one
 */
public record WireError(int code, String title, @Nullable String details) {}
