package dev.tertulia.handler;

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
class ScheduleTimesTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final String BEFORE_SUMMER_TIME = "2026-03-28T12:00:00Z";
    private static final String BEFORE_WINTER_TIME = "2026-10-24T12:00:00Z";

    private static List<String> next(String expression, String after, int count) {
        Schedule schedule = Schedule.parse("TestBot.tick", expression, MADRID.getId(), "");
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

    @Test
    void whatSummerTimeSkipsComesLaterHoweverOftenItIsAsked() {
        assertThat(next("0,30 2 * * *", BEFORE_SUMMER_TIME, 3)).containsExactly("2026-03-29T03:00+02:00",
                "2026-03-29T03:30+02:00", "2026-03-30T02:00+02:00");
        assertThat(next("30 2 * * *", "2026-03-29T01:15:00Z", 1)).containsExactly("2026-03-29T03:30+02:00");
    }

    @Test
    void aMidnightThatSummerTimeSkipsComesAnHourLater() {
        Schedule midnight = Schedule.parse("TestBot.tick", "0 0 * * *", "Africa/Cairo", "");

        assertThat(midnight.after(Instant.parse("2026-04-23T12:00:00Z")).atZone(ZoneId.of("Africa/Cairo")))
                .hasToString("2026-04-24T01:00+03:00[Africa/Cairo]");
    }

    /** From Sunday, 1 March 2026, 12:00 in Madrid. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 9 1,15 * MON | 2026-03-02 2026-03-09 2026-03-15 2026-03-16 2026-03-23",
            "0 9 13 * FRI   | 2026-03-06 2026-03-13 2026-03-20 2026-03-27 2026-04-03",
            "0 9 * * MON    | 2026-03-02 2026-03-09 2026-03-16 2026-03-23 2026-03-30",
            "0 9 1,15 * *   | 2026-03-15 2026-04-01 2026-04-15 2026-05-01 2026-05-15",
            "0 9 */2 * MON  | 2026-03-09 2026-03-23 2026-04-13 2026-04-27 2026-05-11",
            "0 9 13 * */5   | 2026-03-13 2026-09-13 2026-11-13 2026-12-13 2027-06-13",
            "0 9 1-31 * MON | 2026-03-02 2026-03-03 2026-03-04 2026-03-05 2026-03-06",
            "0 9 * * 0      | 2026-03-08 2026-03-15 2026-03-22 2026-03-29 2026-04-05",
            "0 9 * * 7      | 2026-03-08 2026-03-15 2026-03-22 2026-03-29 2026-04-05",
            "0 9 * * sun    | 2026-03-08 2026-03-15 2026-03-22 2026-03-29 2026-04-05",
            "0 9 * * 6-7    | 2026-03-07 2026-03-08 2026-03-14 2026-03-15 2026-03-21",
            "0 9 * * SAT-SUN | 2026-03-07 2026-03-08 2026-03-14 2026-03-15 2026-03-21",
            "0 9 * * 0-1    | 2026-03-02 2026-03-08 2026-03-09 2026-03-15 2026-03-16",
            "0 9 * Feb,apr-MAY/2 Mon | 2026-04-06 2026-04-13 2026-04-20 2026-04-27 2027-02-01",
            "0 9 30 2 MON   | 2027-02-01 2027-02-08 2027-02-15 2027-02-22 2028-02-07",
            "0 9 29 2 *     | 2028-02-29 2032-02-29 2036-02-29 2040-02-29 2044-02-29",
            "0 9 31 * *     | 2026-03-31 2026-05-31 2026-07-31 2026-08-31 2026-10-31"})
    void readsDaysAsCronDoes(String expression, String days) {
        assertThat(next(expression, "2026-03-01T11:00:00Z", 5)).extracting(moment -> moment.substring(0, 16))
                .containsExactly(Stream.of(days.split(" ")).map(day -> day + "T09:00").toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"*/20 9 * * * | 09:00 09:20 09:40", "10-30/10 9 * * * | 09:10 09:20 09:30",
            "5/20 9 * * * | 09:05 09:25 09:45", "0 9,11-12 * * * | 09:00 11:00 12:00",
            "0 8-20/6 * * * | 08:00 14:00 20:00", "0 */8 * * * | 00:00 08:00 16:00", "59 23 * * * | 23:59 23:59 23:59"})
    void readsTimesAsCronDoes(String expression, String times) {
        assertThat(next(expression, "2026-03-02T22:59:30Z", 3)).extracting(moment -> moment.substring(11, 16))
                .containsExactly(times.split(" "));
    }

    @Test
    void findsALeapDayBeyondACenturyWithoutOne() {
        assertThat(next("0 9 29 2 *", "2096-03-01T00:00:00Z", 1)).containsExactly("2104-02-29T09:00+01:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "0 9 * * | it has not five fields", "0 0 9 * * * | it has not five fields",
            "61 9 * * * | the minute '61' is none: it can be 0 to 59, alone, as 1-3, 1,3, * or */2",
            "0 24 * * * | the hour '24' is none: it can be 0 to 23, alone, as 1-3, 1,3, * or */2",
            "0 9 * * FUNDAY | the day of the week 'FUNDAY' is none: it can be 0 to 7 or SUN to SAT, alone, as 1-3, 1,3,"
                    + " * or */2",
            "0 9 L * * | the day of the month 'L' is none: it can be 1 to 31, alone, as 1-3, 1,3, * or */2",
            "0 9 * 13 * | the month '13' is none: it can be 1 to 12 or JAN to DEC, alone, as 1-3, 1,3, * or */2",
            "*/0 9 * * * | the minute '*/0' is none: it can be 0 to 59, alone, as 1-3, 1,3, * or */2",
            "1, 9 * * * | the minute '' is none: it can be 0 to 59, alone, as 1-3, 1,3, * or */2",
            "*-3 9 * * * | the minute '*-3' is none: it can be 0 to 59, alone, as 1-3, 1,3, * or */2",
            "0 22-2 * * * | in the hour '22-2' ends before it begins; write 22-23,0-2",
            "0 9 * * FRI-MON | in the day of the week 'FRI-MON' ends before it begins; write FRI-7,0-MON",
            "0 9 31 2 * | no month 2 has a day 31", "0 9 30 FEB */2 | no month FEB has a day 30",
            "0 9 31 4,6,9,11 * | no month 4,6,9,11 has a day 31"})
    void refusesWhatCronCannotReadAndWhatNeverFires(String expression, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.parse("TestBot.tick", expression, "UTC", ""))
                .withMessage("\"" + expression + "\" is no schedule: " + reason
                        + "; write minute, hour, day of the month, month and day of the week, such as"
                        + " \"0 9 * * MON-FRI\"");
    }

    @Test
    void refusesAZoneThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.parse("TestBot.tick", "0 9 * * *", "Madrid", ""))
                .withMessage("'Madrid' is no time zone; write one such as zone = \"Europe/Madrid\"");
    }
}
