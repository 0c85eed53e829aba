package dev.tertulia.server.console.rules;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.backtest.RuleDiff;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * The versions that the rule file had before.
 *
 * @param shown the version that is looked at; {@code null} for none
 */
public record VersionsPage(NumberChoice number, List<Version> versions, @Nullable Shown shown, boolean writable) {

    /** A version that was replaced. */
    public record Version(String name, Instant replaced) {}

    /**
     * A version, and what would change if it were restored.
     *
     * @param wrong whether it cannot be read as a rule file any more
     * @param base  the hash of the text that it would replace
     */
    public record Shown(Version version, String text, boolean wrong, List<RuleDiff.Change> changes, String base) {}
}
