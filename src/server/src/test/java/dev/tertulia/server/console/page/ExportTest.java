package dev.tertulia.server.console.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists are saved in files that other programs read, and that run nothing there. */
class ExportTest {

    private static final Export<Object> EXPORT = new Export<>("things",
            List.of(new Export.Column<>("thing", thing -> thing)));

    private static String text(Export.Format format, Object... rows) {
        return new String(EXPORT.write(format, Arrays.asList(rows)).content(), StandardCharsets.UTF_8);
    }

    @Test
    void quotesEveryCell() {
        assertThat(text(Export.Format.CSV, "a,\"b\"", 7, "line\nbreak"))
                .isEqualTo("thing\r\n\"a,\"\"b\"\"\"\r\n\"7\"\r\n\"line\nbreak\"\r\n");
    }

    @Test
    void aFormulaIsText() {
        assertThat(text(Export.Format.CSV, "=1+1", "-2", "@x", "+49 30")).isEqualTo(
                "thing\r\n\"'=1+1\"\r\n\"-2\"\r\n\"'@x\"\r\n\"'+49 30\"\r\n");
    }

    @Test
    void numbersAndTruthStayWhatTheyAreInJson() {
        assertThat(text(Export.Format.JSON, 7, true, "<b>", List.of(1)))
                .isEqualTo("[{\"thing\":7},{\"thing\":true},{\"thing\":\"<b>\"},{\"thing\":\"[1]\"}]");
    }
}
