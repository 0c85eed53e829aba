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

/** What may stand in the log: no phone number, nothing that looks like another line, and nothing without an end. */
class LogTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "15550000001 | …0001",
            "join:15550000001:1764230000 | join:…0001:…0000",
            "person:15550000001 | person:…0001",
            "person:155500000012345 | person:…2345",
            "to +1 (555) 000-0001, please | to …0001, please",
            "+15550000001234 | …1234",
            "tel:+1.555.000.0001. | tel:…0001.",
            "x15550000001y | x…0001y",
            "[15550000001,15550000002] | […0001,…0002]",
            "15550000001@s.whatsapp.net | …0001@s.whatsapp.net",
            "wamid.HBgLMTU1NTAwMDAwMDEVAgASGBQzQTdCNjU0MzIxMEZFRENCQTk4NzAA | wamid.…QTk4NzAA",
            "message:wamid.HBgLMTU1NTAwMDAwMDEVAgASGBQzQQ==: | message:wamid.…GBQzQQ==:",
            "status:wamid.HBgLMTU1NTAwMDAwMDEV:failed:15550000001 | status:wamid.…MDAwMDEV:failed:…0001"})
    void showsTheEndsAloneOfPhoneNumbers(String text, String shown) {
        assertThat(LogText.of(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD", "106540352242922", "wamid.1",
            "131047 Window is shut", "019ac0e3d7f2.0123456789abcdef", "176423000000.0123456789012345",
            "12345678-1234-1234-1234-123456789012", "2026-11-27T08:11:11.123456789Z", "PT30M", "send:1772442000000-0",
            "spring-2026/group",
            "1,000 of 100,000 letters", "127.0.0.1:44353", "10.5 per second"})
    void leavesIdsAndFiguresAsTheyAre(String text) {
        assertThat(LogText.of(text)).isEqualTo(text);
    }

    @Test
    void hasAnEnd() {
        assertThat(LogText.of("x".repeat(100_000))).hasSizeLessThan(2_010).endsWith("…");
        assertThat(LogText.of("\u001b".repeat(100_000))).hasSizeLessThan(2_010);
    }

    @Test
    void everyFieldOfTheJournalIsCleaned() {
        Logger journal = (Logger) LoggerFactory.getLogger("dev.tertulia.journal");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        journal.addAppender(log);

        Journal.toLog().record(new Journal.Entry(Step.DEAD, "1", "person:15550000001",
                "message:wamid.HBgLMTU1NTAwMDAwMDEVAgASGBQzQQ==\nDEAD forged", "to 15550000001" + "x".repeat(9_000)));

        journal.detachAppender(log);
        assertThat(log.list).extracting(ILoggingEvent::getLevel).isEqualTo(List.of(Level.WARN));
        assertThat(log.list.getFirst().getFormattedMessage())
                .startsWith("DEAD person:…0001 message:wamid.…GBQzQQ==\\u000aDEAD forged: to …0001xxx")
                .hasSizeLessThan(2_500);
    }
}
