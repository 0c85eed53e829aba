package dev.tertulia.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.broadcast.RecipientStatus;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.graph.Disposition;
import dev.tertulia.graph.Outcome;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Operation;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.store.Inbox.Committed;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/vocabulary.md explains every constant of the outcome types. */
class VocabularyTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "vocabulary.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)`( ⚠)? \\| .+ \\| .+ \\|$", Pattern.MULTILINE);

    private static String section(String title) throws IOException {
        return Stream.of(Files.readString(PAGE).split("(?m)^## ")).filter(part -> part.startsWith(title + "\n"))
                .findFirst().orElseThrow();
    }

    private static Arguments words(String title, Enum<?>... constants) {
        return Arguments.of(title, Stream.of(constants).map(Enum::name).toList());
    }

    private static Arguments words(String title, Class<?> sealed) {
        return Arguments.of(title, Stream.of(sealed.getPermittedSubclasses()).map(Class::getSimpleName).toList());
    }

    static Stream<Arguments> vocabularies() {
        return Stream.of(words("Committed", Committed.values()), words("Outcome", Outcome.class),
                words("Disposition", Disposition.values()), words("Settlement", Settlement.class),
                words("RecipientStatus", RecipientStatus.values()), words("Operation.State", Operation.State.values()),
                words("DeadLetterKind", DeadLetterKind.values()), words("Step", Step.values()));
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void eachWordIsExplained(String title, List<String> words) throws IOException {
        assertThat(ROW.matcher(section(title)).results().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(words);
    }

    @Test
    void alarmsAreMarked() throws IOException {
        List<String> alarms = Stream.of(Step.values()).filter(Step::alarming).map(Step::name).toList();

        assertThat(ROW.matcher(section("Step")).results().filter(row -> row.group(2) != null)
                .map(row -> row.group(1))).containsExactlyInAnyOrderElementsOf(alarms);
    }
}
