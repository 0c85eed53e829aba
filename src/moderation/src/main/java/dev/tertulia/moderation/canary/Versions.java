package dev.tertulia.moderation.canary;

import org.jspecify.annotations.Nullable;

/**
 * Two versions of the rules that are compared.
 *
 * @param latest  the id of the version that is in force in a share of the groups
 * @param before  the id of the version in the other groups; {@code null} if none is in force there
 * @param percent the share
 */
public record Versions(String latest, @Nullable String before, double percent) {

    boolean contain(String version) {
        return version.equals(latest) || version.equals(before);
    }
}
