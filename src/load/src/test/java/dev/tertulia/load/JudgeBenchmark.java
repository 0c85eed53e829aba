package dev.tertulia.load;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counter;
import dev.tertulia.fleet.Counters;
import dev.tertulia.message.Origin;
import dev.tertulia.moderation.judge.Author;
import dev.tertulia.moderation.judge.Classifier;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.judge.Judge;
import dev.tertulia.moderation.judge.Post;
import dev.tertulia.moderation.judge.StrikeLookup;
import dev.tertulia.moderation.judge.Subject;
import dev.tertulia.moderation.rules.On;
import dev.tertulia.moderation.rules.RuleFile;

/** Benchmark of 50 rules with lists of words on messages of 80 characters, run by {@link JudgeLoad}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, batchSize = JudgeBenchmark.BATCH)
@Measurement(iterations = JudgeBenchmark.BATCHES, batchSize = JudgeBenchmark.BATCH)
@Fork(1)
public class JudgeBenchmark {

    static final int RULES = 50;
    /** A million messages are judged in as many batches. */
    static final int BATCHES = 20;
    static final int BATCH = 50_000;

    private static final Author ANA = new Author("US.1", "Ana", null, false, Instant.EPOCH, StrikeLookup.NONE);

    @Param({"10", "100", "1000", "10000"})
    private int words;

    private List<Subject> messages = List.of();
    private Judge judge = Judge.compile(RuleFile.read("version: 1\npolicies: []\n", Path.of("")), Classifier.NONE);
    private int next;

    @Setup
    public void write() {
        Chatter chatter = new Chatter(words);
        messages = chatter.messages().stream().map(JudgeBenchmark::message).toList();
        judge = Judge.compile(RuleFile.read(chatter.rules(RULES), Path.of("")), Classifier.NONE);
    }

    private static Subject message(String text) {
        return new Subject(On.MESSAGE, new Origin("1", "", "G", Instant.EPOCH, "key"), Set.of(), ANA,
                Post.text("M", text));
    }

    @Benchmark
    public List<Hit> judge() {
        next = (next + 1) % messages.size();
        return judge.judge(messages.get(next), new NoCounters());
    }

    /** No rule of the benchmark counts. */
    private static final class NoCounters implements Counters {

        @Override
        public Counters of(String number) {
            return this;
        }

        @Override
        public List<Count> count(String key, Instant at, List<Counter> counters) {
            throw new AssertionError("A rule counts");
        }

        @Override
        public void clear(String name) {
            throw new AssertionError("A rule counts");
        }
    }
}
