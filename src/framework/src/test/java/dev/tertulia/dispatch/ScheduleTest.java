package dev.tertulia.dispatch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** When a schedule fires, above all where clocks are put forward and back. */
class ScheduleTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final String BEFORE_SUMMER_TIME = "2026-03-28T12:00:00Z";
    private static final String BEFORE_WINTER_TIME = "2026-10-24T12:00:00Z";

    private static List<String> next(String expression, String after, int count) {
        Schedule schedule = Schedule.parse("TestBot.tick", expression, MADRID.getId());
        return Stream.iterate(schedule.after(Instant.parse(after)), schedule::after).limit(count)
                .map(moment -> moment.atZone(MADRID).toOffsetDateTime().toString()).toList();
    }

    @Test
    void firesByTheClockOnTheWall() {
        assertThat(next("0 9 * * MON-FRI", "2026-03-27T08:00:00Z", 2)).containsExactly("2026-03-30T09:00+02:00",
                "2026-03-31T09:00+02:00");
        assertThat(next("0 9 * * *", BEFORE_WINTER_TIME, 2)).containsExactly("2026-10-25T09:00+01:00",
                "2026-10-26T09:00+01:00");
    }

    @Test
    void whatSummerTimeSkipsComesLaterThatDay() {
        assertThat(next("30 2 * * *", BEFORE_SUMMER_TIME, 2)).containsExactly("2026-03-29T03:30+02:00",
                "2026-03-30T02:30+02:00");
    }

    @Test
    void whatWinterTimeRepeatsComesOnce() {
        assertThat(next("30 2 * * *", BEFORE_WINTER_TIME, 2)).containsExactly("2026-10-25T02:30+02:00",
                "2026-10-26T02:30+01:00");
    }

    @Test
    void whatComesEveryHourComesEveryHour() {
        assertThat(next("0 * * * *", "2026-03-29T00:00:00Z", 2)).containsExactly("2026-03-29T03:00+02:00",
                "2026-03-29T04:00+02:00");
        assertThat(next("0 * * * *", "2026-10-24T23:30:00Z", 3)).containsExactly("2026-10-25T02:00+02:00",
                "2026-10-25T02:00+01:00", "2026-10-25T03:00+01:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "0 9 * * | \"0 9 * *\" is no schedule: it has not five fields;",
            "0 0 9 * * * | \"0 0 9 * * *\" is no schedule: it has not five fields;",
            "61 9 * * * | \"61 9 * * *\" is no schedule: Invalid interval [61-61], must be 0<=_<=59;",
            "0 9 * * FUNDAY | \"0 9 * * FUNDAY\" is no schedule: Invalid cron field 'FUNDAY' for field [DAY_OF_WEEK];",
            "0 9 31 2 * | \"0 9 31 2 *\" is no schedule: No next execution time could be determined"})
    void refusesWhatNeverFires(String expression, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.parse("TestBot.tick", expression, "UTC"))
                .withMessageStartingWith(reason)
                .withMessageEndingWith("; write minute, hour, day of the month, month and day of the week, such as"
                        + " \"0 9 * * MON-FRI\"");
    }

    @Test
    void refusesAZoneThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.parse("TestBot.tick", "0 9 * * *", "Madrid"))
                .withMessage("'Madrid' is no time zone; write one such as zone = \"Europe/Madrid\"");
    }
}
