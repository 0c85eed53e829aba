package dev.tertulia.moderation.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Characters;
import dev.tertulia.moderation.rules.Mode;

/**
 * The result of a back-test.
 *
 * @param version  of the rules
 * @param messages the number of events that were judged
 * @param hit      the number of those that at least one rule hit
 * @param actions  how often each action would have been taken
 * @param rules    by the name of the rule
 * @param removed  the rules that only the other version has, with their hits
 */
public record BackTestReport(String version, long messages, long hit, @Nullable Instant first, @Nullable Instant last,
        BadLines bad, Map<String, Long> actions, Map<String, RuleReport> rules, Map<String, Long> removed) {

    /**
     * What a rule would have done.
     *
     * @param people     the number of different people
     * @param groups     the number of different groups
     * @param comparison with the other version; {@code null} if there is none
     */
    public record RuleReport(String policy, Mode mode, long hits, int people, int groups, Map<String, Long> actions,
            List<Example> examples, @Nullable Comparison comparison) {}

    /**
     * The hits of a rule compared with those of the other version.
     *
     * @param before the number in the other version; 0 if it does not have the rule
     * @param more   the number of events that only this version hits
     * @param fewer  the number of events that only the other version hits
     */
    public record Comparison(long before, long more, long fewer, List<Example> added, List<Example> gone) {}

    /**
     * An event that a rule hits.
     *
     * @param evidence why
     */
    public record Example(Instant at, String group, String name, String text, String evidence) {

        private static final int LONGEST = 200;

        static Example of(PastEvent event, String evidence) {
            return new Example(event.at(), event.group(), event.person().name(), cut(event.text()), cut(evidence));
        }

        private static String cut(String text) {
            return Characters.cut(text, LONGEST);
        }
    }
}
