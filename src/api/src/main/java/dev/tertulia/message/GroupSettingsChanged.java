package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * The group's subject, description or picture was changed. Parts that were not touched, or that failed, are absent.
 *
 * @param picture hash of the new picture
 */
public record GroupSettingsChanged(Origin origin, @Nullable String requestId, @Nullable String subject,
        @Nullable String description, @Nullable String picture) implements Event {}
