package dev.tertulia.handlers;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;

import io.micronaut.core.convert.format.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.message.Events;

import static org.assertj.core.api.Assertions.assertThat;

/** What words become, and what is answered where they become nothing. */
class WordTypesTest {

    enum Size {
        small,
        EXTRA_LARGE,
        Größe {
            @Override
            public String toString() {
                return "other";
            }
        }
    }

    @Bot
    static final class TypesBot {

        @OnCommand("int {it}")
        String number(int it) {
            return "" + it;
        }

        @OnCommand("byte {it}")
        String number(Byte it) {
            return "" + it;
        }

        @OnCommand("double {it}")
        String number(double it) {
            return "" + it;
        }

        @OnCommand("money {it}")
        String number(BigDecimal it) {
            return "" + it;
        }

        @OnCommand("flag {it}")
        String flag(boolean it) {
            return "" + it;
        }

        @OnCommand("size {it...}")
        String size(Size it) {
            return it.name();
        }

        @OnCommand("char {it}")
        String character(char it) {
            return "" + it;
        }

        @OnCommand("date {it}")
        String date(LocalDate it) {
            return "" + it;
        }

        @OnCommand("day {it}")
        String day(@Format("dd.MM.yyyy") LocalDate it) {
            return "" + it;
        }

        @OnCommand("time {it}")
        String time(LocalTime it) {
            return "" + it;
        }

        @OnCommand("both {it...}")
        String both(LocalDateTime it) {
            return "" + it;
        }

        @OnCommand("for {it...}")
        String span(Duration it) {
            return "" + it;
        }

        @OnCommand("zone {it}")
        String zone(ZoneId it) {
            return "" + it;
        }

        @OnCommand("oldzone {it}")
        String zone(TimeZone it) {
            return it.getID();
        }

        @OnCommand("locale {it}")
        String locale(Locale it) {
            return it.toLanguageTag();
        }

        @OnCommand("uuid {it}")
        String uuid(UUID it) {
            return "" + it;
        }

        @OnCommand("currency {it}")
        String currency(Currency it) {
            return "" + it;
        }

        @OnCommand("uri {it}")
        String uri(URI it) {
            return "" + it;
        }
    }

    private final TestLine line = Bots.line(TypesBot.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/int ٤٢ | 42", "/int ４２ | 42", "/int -7 | -7", "/int \u22127 | -7",
            "/int \u200E7\u200E | 7", "/byte 127 | 127", "/double 2,5 | 2.5", "/double 2.5 | 2.5", "/double ٢٫٥ | 2.5",
            "/double 0,125 | 0.125", "/double 41.3870 | 41.387", "/money 1000,50 | 1000.50", "/flag Yes | true",
            "/flag on | true", "/flag TRUE | true", "/flag no\u200E | false", "/flag Off | false",
            "/flag false | false",
            "/size Small | small", "/size extra-large | EXTRA_LARGE", "/size Extra_Large | EXTRA_LARGE",
            "/size extra\u00A0large | EXTRA_LARGE", "/size GRO\u0308SSE | Größe", "/char \u200Ex | x",
            "/date 2026-03-31 | 2026-03-31", "/date 2026-3-1 | 2026-03-01", "/date ٢٠٢٦-٠٣-٣١ | 2026-03-31",
            "/day 31.03.2026 | 2026-03-31", "/time 9:30 | 09:30", "/time 18:00:05 | 18:00:05",
            "/both 2026-03-31T9:30 | 2026-03-31T09:30", "/both 2026-03-31 18:00 | 2026-03-31T18:00", "/for 10m | PT10M",
            "/for ١٠m | PT10M", "/for 1h30m | PT1H30M", "/for 1D 2H | PT26H", "/for 500ms | PT0.5S", "/for -5m | PT-5M",
            "/for 2w | PT336H", "/for PT90S | PT1M30S", "/zone europe/madrid | Europe/Madrid", "/oldzone UTC | UTC",
            "/locale pt_BR | pt-BR", "/currency eur | EUR", "/uri https://example.com/a | https://example.com/a",
            "/uuid 123E4567-e89b-12d3-a456-426614174000 | 123e4567-e89b-12d3-a456-426614174000"})
    void readsWords(String words, String answer) {
        line.receive(Events.in("G").says(words));

        assertThat(line.said()).containsExactly(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/int 2.0 | it must be a whole number, without point or comma.",
            "/int 2147483648 | it must be a number from -2147483648 to 2147483647.", "/int 0x10 | it must be a number.",
            "/byte 128 | it must be a number from -128 to 127.", "/double NaN | it must be a number.",
            "/double 1e3 | it must be a number.", "/double 5d | it must be a number.",
            "/double 1,500 | write 1500, or 1.5000 if you mean decimals.",
            "/money 1.000 | write 1000, or 1.0000 if you mean decimals.", "/money 1.000,50 | it must be a number.",
            "/flag maybe | it can be yes, no, on, off, true, false.",
            "/flag 2 | it can be yes, no, on, off, true, false.",
            "/size medium | it can be small, extra_large, größe.", "/char ab | it must be one character.",
            "/date 31.03.2026 | write it like 2026-03-31.", "/date 2026-02-30 | write it like 2026-03-31.",
            "/day 2026-03-31 | write it as dd.MM.yyyy.", "/time 25:00 | write it like 9:30 or 18:00.",
            "/both tomorrow | write it like 2026-03-31T18:00.", "/for 5 | write it like 30s, 10m, 2h or 1d.",
            "/for 99999999999999999999d | write it like 30s, 10m, 2h or 1d.",
            "/for 999999999999999d | write it like 30s, 10m, 2h or 1d.", "/for - | write it like 30s, 10m, 2h or 1d.",
            "/zone Madrid | write it like Europe/Madrid.", "/oldzone garbage | write it like Europe/Madrid.",
            "/locale maybe | write it like en or pt-BR.",
            "/uuid 1-1-1-1-1 | write it like 00000000-0000-0000-0000-000000000001.",
            "/currency euro | write it like EUR or USD.", "/uri a | write it like https://example.com."})
    void saysHowToWriteWhatItCannotRead(String words, String expected) {
        line.receive(Events.in("G").says(words));

        assertThat(line.said())
                .containsExactly("'" + words.split(" ")[1] + "' is not a valid it; " + expected);
    }

    @Test
    void saysBackOnlyTheBeginningOfWhatIsLong() {
        line.receive(Events.in("G").says("/int " + "x".repeat(4_000)));

        assertThat(line.said()).containsExactly("'" + "x".repeat(40) + "…' is not a valid it; it must be a number.");
    }
}
