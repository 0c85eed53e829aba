package dev.tertulia.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.graph.ErrorCatalogue.Entry;
import dev.tertulia.message.WireError;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorCatalogueTest {

    private static final Path TABLES = Path.of("src/test/resources/dev/tertulia/graph/documented-codes.txt");

    /** The codes of all tables, copied from them. */
    private static Set<String> documented() throws IOException {
        return Files.readAllLines(TABLES).stream().filter(line -> !line.startsWith("#"))
                .flatMap(line -> Stream.of(line.split(" "))).filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void holdsEveryDocumentedCodeAndNoOther() throws IOException {
        assertThat(ErrorCatalogue.all()).extracting(Entry::codes).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(documented());
    }

    static List<Entry> entries() {
        return ErrorCatalogue.all();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void saysWhatHappenedAndWhatToDo(Entry entry) {
        assertThat(entry.title()).isNotBlank().hasSizeLessThan(40).doesNotEndWith(".");
        assertThat(entry.meaning()).isNotBlank().endsWith(".");
        assertThat(entry.advice()).isNotBlank().endsWith(".");
    }

    @Test
    void knowsEveryCodeOfARange() {
        Entry permission = ErrorCatalogue.find(250).orElseThrow();

        assertThat(permission.codes()).isEqualTo("200-299");
        assertThat(ErrorCatalogue.find(200)).contains(permission);
        assertThat(ErrorCatalogue.find(299)).contains(permission);
    }

    @ParameterizedTest
    @CsvSource({"1, RETRY_IF_SAFE", "2, RETRY_IF_SAFE", "131000, RETRY_IF_SAFE", "131016, RETRY_IF_SAFE",
            "133004, RETRY", "131057, RETRY", "130429, SLOW_MESSAGES", "131208, SLOW_OPERATIONS", "131056, SLOW_GROUP",
            "4, SLOW_APP", "80007, SLOW_APP", "131047, FALLBACK", "470, FALLBACK", "131020, PARK_UNTIL_JOIN",
            "131207, PARK_UNTIL_CLEARED", "131041, GONE", "0, PAUSE_NUMBER", "190, PAUSE_NUMBER", "3, PAUSE_NUMBER",
            "10, PAUSE_NUMBER", "200, PAUSE_NUMBER", "294, PAUSE_NUMBER", "299, PAUSE_NUMBER", "368, PAUSE_NUMBER",
            "131031, PAUSE_NUMBER", "131042, PAUSE_NUMBER", "131045, PAUSE_NUMBER", "131215, PAUSE_NUMBER",
            "133010, PAUSE_NUMBER", "131212, ALREADY_DONE", "131213, ALREADY_DONE", "131201, PARTLY_DONE",
            "131048, NEVER", "131049, NEVER", "131026, NEVER", "131051, NEVER", "131009, NEVER", "100, NEVER",
            "132001, NEVER", "17, SLOW_APP", "32, SLOW_APP", "341, SLOW_APP", "613, SLOW_APP", "80008, SLOW_APP",
            "803, NEVER", "130403, NEVER", "131061, NEVER", "131063, NEVER", "131065, NEVER", "131070, NEVER",
            "132018, NEVER", "132021, NEVER", "136024, NEVER", "138038, NEVER", "139200, NEVER", "147005, NEVER"})
    void saysWhatItMeansForUs(int code, Disposition disposition) {
        assertThat(new GraphError(400, code, "").disposition()).isEqualTo(disposition);
    }

    @ParameterizedTest
    @CsvSource({"400, NEVER", "404, NEVER", "408, RETRY_IF_SAFE", "425, RETRY_IF_SAFE", "429, SLOW_LANE",
            "500, RETRY_IF_SAFE", "503, RETRY_IF_SAFE", "0, NEVER", "200, NEVER"})
    void goesByTheHttpStatusWhereTheCodeIsUnknown(int httpStatus, Disposition disposition) {
        assertThat(new GraphError(httpStatus, 999_999, "").disposition()).isEqualTo(disposition);
        assertThat(new GraphError(httpStatus, -1, "").disposition()).isEqualTo(disposition);
    }

    @ParameterizedTest
    @CsvSource({"400, 999999, SLOW_LANE", "400, -1, SLOW_LANE", "200, 999999, SLOW_LANE", "400, 100, SLOW_LANE",
            "500, 999999, RETRY_IF_SAFE", "500, 100, RETRY_IF_SAFE", "503, 2, RETRY_IF_SAFE", "400, 4, SLOW_APP",
            "400, 131056, SLOW_GROUP", "401, 190, PAUSE_NUMBER"})
    void believesMetaThatItPasses(int httpStatus, int code, Disposition disposition) {
        assertThat(new GraphError(httpStatus, code, "", true).disposition()).isEqualTo(disposition);
    }

    @ParameterizedTest
    @CsvSource({"100, SLOW_LANE", "131208, SLOW_OPERATIONS", "130429, SLOW_MESSAGES", "131056, SLOW_GROUP",
            "80007, SLOW_APP"})
    void tooManyRequestsAreThatWhateverTheCode(int code, Disposition disposition) {
        assertThat(new GraphError(429, code, "").disposition()).isEqualTo(disposition);
    }

    @ParameterizedTest
    @CsvSource({"199", "300", "20", "-1", "-200"})
    void knowsNothingOfOtherCodes(int code) {
        assertThat(ErrorCatalogue.find(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "131047 | 131047 Window is shut: More than 24 hours have passed since somebody wrote in the group. Nothing;"
                    + " the fallback of the notice is taken.",
            "999999 | 999999 (HTTP 418): I am a teapot"})
    void explainsItself(int code, String explanation) {
        assertThat(new GraphError(418, code, "I am a teapot").explain()).isEqualTo(explanation);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"the title,the details,the details", "the title,-,the title"})
    void comesFromAStatusToo(String title, String details, String message) {
        assertThat(GraphError.of(new WireError(131047, title, details))).isEqualTo(new GraphError(0, 131047, message));
    }
}
