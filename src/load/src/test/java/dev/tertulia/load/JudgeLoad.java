package dev.tertulia.load;

import java.util.Collection;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Load program: a million messages of 80 characters are judged by 50 rules with 10,000 words in less than a minute on one core,
 * and the time for a message hardly depends on the number of words.
 */
class JudgeLoad {

    /** Microseconds a message, in the best batch: other processes only add to it. */
    private static final double LIMIT = 60;
    private static final double MOST_FOR_MORE_WORDS = 3;

    @Test
    void moreWordsHardlyTakeLonger() throws RunnerException {
        Collection<RunResult> results = new Runner(
                new OptionsBuilder().include(JudgeBenchmark.class.getName()).shouldFailOnError(true).build()).run();

        double fewest = 0;
        for (RunResult result : results) {
            Statistics batches = result.getPrimaryResult().getStatistics();
            double micros = batches.getMin() / JudgeBenchmark.BATCH;
            fewest = fewest == 0 ? micros : fewest;
            System.out.printf(
                    "%6s words: %.1f µs a message, %.2f × that for the fewest; a million messages in %.1f s%n",
                    result.getParams().getParam("words"), micros, micros / fewest, batches.getSum() / 1_000_000);
            assertThat(micros).isLessThan(LIMIT).isLessThan(fewest * MOST_FOR_MORE_WORDS);
        }
    }
}
