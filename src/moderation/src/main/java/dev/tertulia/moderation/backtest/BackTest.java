package dev.tertulia.moderation.backtest;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.backtest.BackTestReport.RuleReport;
import dev.tertulia.moderation.judge.Classifier;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.rules.RuleSet;

/** A trial of rules on the past, as if all of them, drafts too, had been enforced. */
public final class BackTest {

    private final RuleSet rules;
    private final Trial trial;
    private final @Nullable Trial other;
    private long messages;
    private long hit;
    private @Nullable Instant first;
    private @Nullable Instant last;

    private BackTest(Tried tried) {
        this.rules = tried.rules();
        this.trial = new Trial(rules, tried.classifier());
        this.other = tried.against() == null ? null : new Trial(tried.against(), tried.classifier());
    }

    /**
     * What is tried.
     *
     * @param against another version to compare the rules with; {@code null} for none
     */
    public record Tried(RuleSet rules, @Nullable RuleSet against, Classifier classifier) {}

    /**
     * Tries rules on the past. No classifier is asked.
     *
     * @param against another version to compare them with; {@code null} for none
     * @throws IOException if the history cannot be read
     */
    public static BackTestReport run(RuleSet rules, @Nullable RuleSet against, History history,
            History.Progress progress)
            throws IOException {
        return run(new Tried(rules, against, Classifier.NONE), history, progress);
    }

    /**
     * Tries rules on the past, with the scores of a classifier.
     *
     * @throws IOException if the history cannot be read
     */
    public static BackTestReport run(Tried tried, History history, History.Progress progress) throws IOException {
        BackTest test = new BackTest(tried);
        BadLines bad = history.forEach(test::judge, progress);
        return test.report(bad);
    }

    private void judge(long line, PastEvent event) {
        messages++;
        first = first == null || event.at().isBefore(first) ? event.at() : first;
        last = last == null || event.at().isAfter(last) ? event.at() : last;
        List<Hit> hits = trial.judge(line, event);
        hit += hits.isEmpty() ? 0 : 1;
        if (other != null) {
            compare(event, hits, other.judge(line, event));
        }
    }

    private void compare(PastEvent event, List<Hit> now, List<Hit> before) {
        now.stream().filter(one -> isMissing(one, before)).forEach(one -> tally(one).addAdded(event, one));
        before.stream().filter(one -> trial.tallies().containsKey(one.rule().name())).filter(one -> isMissing(one, now))
                .forEach(one -> tally(one).addGone(event, one));
    }

    private static boolean isMissing(Hit hit, List<Hit> hits) {
        return hits.stream().noneMatch(one -> one.rule().name().equals(hit.rule().name()));
    }

    private Tally tally(Hit hit) {
        Tally tally = trial.tallies().get(hit.rule().name());
        if (tally == null) {
            throw new IllegalStateException(hit.rule().name());
        }
        return tally;
    }

    private BackTestReport report(BadLines bad) {
        Map<String, RuleReport> reports = new LinkedHashMap<>();
        Map<String, Long> actions = new TreeMap<>();
        Map<String, Tally> before = other == null ? Map.of() : other.tallies();
        trial.tallies().forEach((name, tally) -> {
            RuleReport report = other == null
                    ? tally.report()
                    : tally.report(before.containsKey(name) ? before.get(name).hits() : 0);
            reports.put(name, report);
            report.actions().forEach((action, count) -> actions.merge(action, count, Long::sum));
        });
        Map<String, Long> removed = new LinkedHashMap<>();
        before.forEach((name, tally) -> {
            if (!reports.containsKey(name)) {
                removed.put(name, tally.hits());
            }
        });
        return new BackTestReport(rules.id(), messages, hit, first, last, bad, actions, reports, removed);
    }
}
