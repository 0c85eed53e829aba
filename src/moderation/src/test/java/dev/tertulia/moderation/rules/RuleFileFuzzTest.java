package dev.tertulia.moderation.rules;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.moderation.judge.Classifier;
import dev.tertulia.moderation.judge.Judge;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a rule file contains, it is either read or answered with problems, and what is read can be compiled. */
class RuleFileFuzzTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/tertulia/moderation/rules");
    private static final int ROUNDS = 3_000;
    private static final List<String> PIECES = List.of("{", "}", "[", "]", ": ", "- ", "\n", "  ", "\"", "'", "#",
            "&a ",
            "*a", "!!", "|", ">", "%", "?", ",", "true", "0", "-1", "99999999999999999999", "1d", "any", "not", "when",
            "words", "file", "..", "\u0000", "\u202e", "\uD83D", "é", "~", "null", "<<", "---\n", "...");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void isReadOrAnswered(long seed) {
        Random random = new Random(seed);
        long read = IntStream.range(0, ROUNDS).filter(round -> isRead(changed(random))).count();

        assertThat(read).isBetween(1L, ROUNDS - 1L);
    }

    private static String changed(Random random) {
        StringBuilder text = new StringBuilder(RuleFileTest.EXAMPLE);
        for (int change = 0; change <= random.nextInt(4); change++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(8));
            text.replace(from, to, random.nextBoolean() ? PIECES.get(random.nextInt(PIECES.size())) : "");
        }
        return text.toString();
    }

    private static boolean isRead(String text) {
        try {
            Judge.compile(RuleFile.read(text, FOLDER), Classifier.NONE);
            return true;
        } catch (RuleFileException e) {
            assertThat(e.problems()).as(text).isNotEmpty()
                    .allMatch(problem -> problem.line() > 0 && problem.column() > 0 && !problem.message().isBlank());
            return false;
        }
    }
}
