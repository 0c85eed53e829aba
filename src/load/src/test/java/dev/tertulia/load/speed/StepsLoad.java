package dev.tertulia.load.speed;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Load program: prints what each step of a message costs in this process, with the store in memory and with Redis. */
class StepsLoad {

    @Test
    void stepsOfAMessage() throws RunnerException {
        for (RunResult result : new Runner(
                new OptionsBuilder().include(StepsBenchmark.class.getName()).shouldFailOnError(true).build()).run()) {
            System.out.printf("steps: %-7s %-7s %.1f µs in the median%n", result.getParams().getParam("store"),
                    result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getStatistics().getPercentile(50));
        }
    }
}
