package dev.tertulia.costs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RateCardTest {

    private static final RateCard CARD = RateCardFile.parse("rates.csv",
            List.of("# made up", "", "prefix,category,price,currency", "1,group_utility,0.004,EUR",
                    "1684, group_utility, 0.2, EUR", "49,group_utility,0.0456,EUR", "49,group_marketing,0.1131,EUR",
                    "*,group_utility,0.010001,EUR"));

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"16505551234, 4000", "16845551234, 200000", "4930123456, 45600",
            "33123456789, 10001", "4, 10001", "'', 10001", "-, 10001"})
    void theLongestPrefixWins(@Nullable String phone, long micros) {
        assertThat(CARD.rate("group_utility", phone)).hasValue(micros);
    }

    @Test
    void whereNothingFitsThereIsNoRate() {
        assertThat(CARD.rate("group_marketing", "16505551234")).isEmpty();
        assertThat(CARD.rate("group_service", "4930123456")).isEmpty();
        assertThat(RateCard.NONE.rate("group_utility", "1")).isEmpty();
    }

    @Test
    void tellsTheHighestRate() {
        assertThat(CARD.highest()).isEqualTo(200_000);
        assertThat(RateCard.NONE.highest()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "49,group_utility,0.05 | rates.csv, line 2: 3 columns; write four: prefix,category,price,currency.",
            "+49,group_utility,0.05,EUR | rates.csv, line 2: '+49' is no country prefix; write digits such as 49, or * for all others.",
            "49,utility,0.05,EUR | rates.csv, line 2: 'utility' is no category; write one of group_marketing, group_utility, group_service.",
            "49,group_utility,-1,EUR | rates.csv, line 2: '-1' is no price; write one such as 0.0456.",
            "49,group_utility,0.0000001,EUR | rates.csv, line 2: '0.0000001' is no price; write one such as 0.0456.",
            "49,group_utility,0.05,euro | rates.csv, line 2: 'euro' is no currency; write one such as EUR.",
            "49,group_utility,0.05,USD | rates.csv, line 2: the card is in EUR so far; use one currency, not USD too.",
            "1,group_utility,0.05,EUR | rates.csv, line 2: a second rate for 1 and group_utility; keep one."})
    void refusesALineItDoesNotUnderstand(String line, String sentence) {
        assertThatExceptionOfType(BadRateCard.class)
                .isThrownBy(() -> RateCardFile.parse("rates.csv", List.of("1,group_utility,0.004,EUR", line)))
                .withMessage(sentence);
    }

    private static RateCard card(String... comments) {
        return RateCardFile.parse("rates.csv",
                Stream.concat(Stream.of(comments), Stream.of("1,group_utility,0.004,EUR")).toList());
    }

    @ParameterizedTest
    @CsvSource({"2026-10-01, 2026-12-31, false", "2026-10-01, 2027-01-01, true", "2026-09-30, 2026-10-01, true",
            "2026-07-01, 2026-09-30, false", "2026-12-31, 2027-01-01, true", "2027-01-01, 2026-11-27, false"})
    void isOutdatedWhenAQuarterBegan(LocalDate since, LocalDate today, boolean outdated) {
        assertThat(card("# Valid from " + since).outdated(today).isPresent()).isEqualTo(outdated);
    }

    @Test
    void saysSinceWhenItIsOutdated() {
        assertThat(card("# valid from 2026-07-03").outdated(LocalDate.of(2026, 11, 27))).contains("the rate card is of"
                + " 2026-07-03, and WhatsApp's prices may have changed on 2026-10-01: compare them, and write"
                + " '# valid from 2026-10-01' into the card");
        assertThat(card().outdated(LocalDate.of(2026, 11, 27))).isEmpty();
        assertThat(RateCard.NONE.outdated(LocalDate.of(2026, 11, 27))).isEmpty();
    }

    @Test
    void isAsOldAsItsFileUnlessItSays(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rates.csv"), "1,group_utility,0.004,EUR\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-08-15T12:00:00Z")));

        assertThat(RateCardFile.read(file).since()).isEqualTo(LocalDate.of(2026, 8, 15));

        Files.writeString(file, "# valid from 2026-10-01\n1,group_utility,0.004,EUR\n");
        assertThat(RateCardFile.read(file).since()).isEqualTo(LocalDate.of(2026, 10, 1));
    }

    @Test
    void refusesADayThatIsNone() {
        assertThatExceptionOfType(BadRateCard.class).isThrownBy(() -> card("# valid from 1.10.2026")).withMessage(
                "rates.csv, line 1: '1.10.2026' is no day; write one such as # valid from 2026-10-01.");
    }

    @Test
    void refusesACardWithoutRates(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rates.csv"), "# nothing yet\n");

        assertThatExceptionOfType(BadRateCard.class).isThrownBy(() -> RateCardFile.read(file))
                .withMessage(file + " holds no rate; write lines such as 49,group_utility,0.05,EUR.");
    }

    @Test
    void refusesAFileThatIsNoText(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("rates.csv"), new byte[]{(byte) 0xC3, 0x28});

        assertThatExceptionOfType(BadRateCard.class).isThrownBy(() -> RateCardFile.read(file))
                .withMessage(file + " cannot be read (MalformedInputException); name a file of lines such as"
                        + " 49,group_utility,0.05,EUR.");
    }
}
