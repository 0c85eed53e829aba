package dev.tertulia.graph;

import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.graph.ErrorCatalogue.Entry;
import dev.tertulia.message.WireError;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorCatalogueTest {

    /** What Meta documents, the codes of groups and those that only old tables list included. */
    static IntStream documented() {
        return IntStream.of(0, 1, 2, 3, 4, 10, 33, 100, 190, 200, 299, 368, 408, 470, 471, 472, 1000, 1006, 1011, 1014,
                1023, 1026, 2027, 2028, 80007, 130429, 130472, 130497, 131000, 131005, 131008, 131009, 131016, 131020,
                131021, 131026, 131031, 131037, 131041, 131042, 131045, 131047, 131048, 131049, 131050, 131051, 131052,
                131053, 131056, 131057, 131059, 131062, 131064, 131201, 131202, 131203, 131204, 131207, 131208, 131209,
                131210, 131211, 131212, 131213, 131214, 131215, 132000, 132001, 132005, 132007, 132012, 132015, 132016,
                132068, 132069, 133000, 133004, 133005, 133006, 133008, 133009, 133010, 133015, 133016, 135000, 137000,
                139100, 139101, 139102, 139103);
    }

    @ParameterizedTest
    @MethodSource("documented")
    void saysWhatHappenedAndWhatToDo(int code) {
        Entry entry = ErrorCatalogue.find(code).orElseThrow();

        assertThat(entry.title()).isNotBlank().hasSizeLessThan(40).doesNotEndWith(".");
        assertThat(entry.meaning()).isNotBlank().endsWith(".");
        assertThat(entry.advice()).isNotBlank().endsWith(".");
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
            "132001, NEVER"})
    void saysWhatItMeansForUs(int code, Disposition disposition) {
        assertThat(new GraphError(400, code, "").disposition()).isEqualTo(disposition);
    }

    @ParameterizedTest
    @CsvSource({"400, NEVER", "404, NEVER", "429, NEVER", "500, RETRY_IF_SAFE", "503, RETRY_IF_SAFE", "0, NEVER"})
    void goesByTheHttpStatusWhereTheCodeIsUnknown(int httpStatus, Disposition disposition) {
        assertThat(new GraphError(httpStatus, 999_999, "").disposition()).isEqualTo(disposition);
        assertThat(new GraphError(httpStatus, -1, "").disposition()).isEqualTo(disposition);
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
