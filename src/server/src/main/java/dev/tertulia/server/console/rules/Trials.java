package dev.tertulia.server.console.rules;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.backtest.BackTest;
import dev.tertulia.moderation.backtest.BackTestReport;
import dev.tertulia.moderation.backtest.LogHistory;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.server.settings.Settings;

/** The back-tests that people have started in this process. One runs at a time, and the latest ones are kept. */
@Singleton
@Requires(beans = Settings.class)
final class Trials {

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);
    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final int MOST = 20;

    private final Map<String, Trial> trials = new ConcurrentHashMap<>();
    private final ExecutorService runner = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().name("console-backtest").daemon().factory());

    /** A back-test of a text, against the running version. */
    static final class Trial {

        private final String id = UUID.randomUUID().toString();
        private final Instant started;
        private final String text;
        private volatile int percent;
        private volatile @Nullable BackTestReport report;
        private volatile @Nullable String failure;

        Trial(String text, Instant started) {
            this.text = text;
            this.started = started;
        }

        String id() {
            return id;
        }

        /** The rule file that is tried. */
        String text() {
            return text;
        }

        int percent() {
            return percent;
        }

        @Nullable
        BackTestReport report() {
            return report;
        }

        @Nullable
        String failure() {
            return failure;
        }

        boolean ended() {
            return report != null || failure != null;
        }
    }

    /**
     * What is tried.
     *
     * @param text    the rule file
     * @param running the rules in force
     */
    record Tried(String text, RuleSet rules, RuleSet running) {}

    /** Starts a back-test on the messages that are kept of a time. */
    Trial start(Tried tried, Logs logs, Instant now, Duration past) {
        Trial trial = new Trial(tried.text(), now);
        trials.put(trial.id(), trial);
        forgetOldest();
        LogHistory history = new LogHistory(logs.log(LogHistory.NAME, LONGEST), now.minus(past));
        runner.execute(() -> run(trial, tried, history));
        return trial;
    }

    private static void run(Trial trial, Tried tried, LogHistory history) {
        try {
            trial.report = BackTest.run(tried.rules(), tried.running(), history,
                    (done, all) -> trial.percent = all == 0 ? 0 : (int) (100 * done / all));
        } catch (IOException | RuntimeException e) {
            LOG.warn("a back-test of the console failed", e);
            trial.failure = String.valueOf(e.getMessage());
        }
    }

    private void forgetOldest() {
        List<Trial> ended = new ArrayList<>(trials.values().stream().filter(Trial::ended)
                .sorted(Comparator.comparing(trial -> trial.started)).toList());
        ended.stream().limit(Math.max(0, trials.size() - MOST)).forEach(trial -> trials.remove(trial.id()));
    }

    Optional<Trial> find(String id) {
        return Optional.ofNullable(trials.get(id));
    }

    @PreDestroy
    void close() {
        runner.shutdownNow();
    }
}
