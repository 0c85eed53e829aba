package dev.tertulia.message;

import org.jspecify.annotations.Nullable;

/**
 * A change of a group's subject, description or picture. Settings that did not change, or whose change failed, are
 * {@code null}.
 *
 * @param picture the hash of the new picture
 */
public record GroupSettingsChanged(Origin origin, @Nullable String requestId, @Nullable String subject,
        @Nullable String description, @Nullable String picture) implements Event {}
