package dev.tertulia.journal;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What a terminal would obey is shown, and everything else stays as it is. */
class ControlCharactersTest {

    @ParameterizedTest
    @CsvSource({"0000, \\u0000", "0007, \\u0007", "0008, \\u0008", "0009, \\u0009", "000a, \\u000a", "000d, \\u000d",
            "001b, \\u001b", "007f, \\u007f", "0085, \\u0085", "009b, \\u009b", "00ad, \\u00ad", "061c, \\u061c",
            "200b, \\u200b", "200e, \\u200e", "2028, \\u2028", "2029, \\u2029", "202e, \\u202e", "2066, \\u2066",
            "feff, \\ufeff", "d83d, \\ud83d", "e0041, \\udb40\\udc41"})
    void showsWhatIsObeyed(String character, String shown) {
        String text = "a" + Character.toString(Integer.parseInt(character, 16)) + "b";

        assertThat(ControlCharacters.escape(text)).isEqualTo("a" + shown + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Grüße \\ \"an\" alle", "👩\u200D🚀 ❤\uFE0F", "می\u200Cخواهم", "\u0600٣", "日本 한국"})
    void leavesTextAsItIs(String text) {
        assertThat(ControlCharacters.escape(text)).isEqualTo(text);
        assertThat(ControlCharacters.escapeLines(text)).isEqualTo(text);
    }

    @Test
    void keepsLinesWhereAsked() {
        assertThat(ControlCharacters.escapeLines("a\r\n\tb\rc\u001b[m\n"))
                .isEqualTo("a\\u000d\n\tb\\u000dc\\u001b[m\n");
    }

    @Test
    void theJournalLogsNothingElse() {
        Logger journal = (Logger) LoggerFactory.getLogger("dev.tertulia.journal");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        journal.addAppender(log);

        Journal.toLog()
                .record(new Journal.Entry(Step.DEAD, "1", "g\u009b", "send:\u202e1", "131026 a\r\nb\u001b[2J {}"));

        journal.detachAppender(log);
        assertThat(log.list).extracting(ILoggingEvent::getLevel, ILoggingEvent::getFormattedMessage)
                .isEqualTo(List.of(org.assertj.core.groups.Tuple.tuple(Level.WARN,
                        "DEAD g\\u009b send:\\u202e1: 131026 a\\u000d\\u000ab\\u001b[2J {}")));
    }
}
