package dev.tertulia.handler;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The five fields of a cron expression, read as Vixie's cron does. Where both the day of the month and the day of the
 * week are restricted, either is enough; where one of these fields begins with a star, both must hold.
 *
 * @param fields    the values of each field, a bit for each value
 * @param eitherDay whether one of the two fields of days is enough
 * @param everyHour whether the hour begins with a star
 */
record Cron(List<Long> fields, boolean eitherDay, boolean everyHour) {

    private static final String STAR = "*";
    private static final int DAYS_OF_WEEK = 7;
    private static final int MINUTES_OF_HOUR = 60;

    /** A field: its place in the expression is its ordinal. */
    private enum Field {
        MINUTE(0, 59, List.of()),
        HOUR(0, 23, List.of()),
        DAY_OF_MONTH(1, 31, List.of()),
        MONTH(1, 12, Stream.of(Month.values()).map(Field::shortName).toList()),
        DAY_OF_WEEK(0, 7, Stream.concat(Stream.of(DayOfWeek.SUNDAY), Stream.of(DayOfWeek.values()).limit(6))
                .map(Field::shortName).toList());

        private final int least;
        private final int most;
        private final List<String> names;

        Field(int least, int most, List<String> names) {
            this.least = least;
            this.most = most;
            this.names = names;
        }

        private static String shortName(Enum<?> value) {
            return value.name().substring(0, 3);
        }

        @Override
        public String toString() {
            return switch (this) {
                case MINUTE -> "minute";
                case HOUR -> "hour";
                case DAY_OF_MONTH -> "day of the month";
                case MONTH -> "month";
                case DAY_OF_WEEK -> "day of the week";
            };
        }
    }

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException saying which field is wrong
     */
    static Cron parse(String expression) {
        List<String> texts = WordTokenizer.split(expression);
        if (texts.size() != Field.values().length) {
            throw new IllegalArgumentException("it has not five fields");
        }
        List<Long> fields = Stream.of(Field.values()).map(field -> values(field, texts.get(field.ordinal()))).toList();
        boolean starred = Stream.of(Field.DAY_OF_MONTH, Field.DAY_OF_WEEK)
                .anyMatch(field -> texts.get(field.ordinal()).startsWith(STAR));
        Cron cron = new Cron(fields, !starred, texts.get(Field.HOUR.ordinal()).startsWith(STAR));
        cron.checkPossible(texts);
        return cron;
    }

    private void checkPossible(List<String> texts) {
        boolean possible = eitherDay || Stream.of(Month.values()).filter(month -> has(Field.MONTH, month.getValue()))
                .anyMatch(month -> IntStream.rangeClosed(1, month.maxLength())
                        .anyMatch(day -> has(Field.DAY_OF_MONTH, day)));
        if (!possible) {
            throw new IllegalArgumentException("no month " + texts.get(Field.MONTH.ordinal()) + " has a day "
                    + texts.get(Field.DAY_OF_MONTH.ordinal()));
        }
    }

    private static long values(Field field, String text) {
        long values = 0;
        for (String part : text.split(",", -1)) {
            values |= part(field, part);
        }
        return field == Field.DAY_OF_WEEK && (values >> DAYS_OF_WEEK & 1) == 1 ? values | 1 : values;
    }

    /** One of a list: a value, a range or a star, each with or without a step. */
    private static long part(Field field, String part) {
        String[] stepped = part.split("/", 2);
        String[] ends = stepped[0].split("-", 2);
        boolean star = stepped[0].equals(STAR);
        int first = star && ends.length == 1 ? field.least : value(field, ends[0], part);
        int last = field.most;
        if (ends.length > 1) {
            last = value(field, ends[1], part);
        } else if (!star && stepped.length == 1) {
            last = first;
        }
        if (field == Field.DAY_OF_WEEK && last == 0 && first > 0) {
            last = DAYS_OF_WEEK;
        }
        if (last < first) {
            throw new IllegalArgumentException("in the " + field + " '" + part + "' ends before it begins; write "
                    + ends[0] + "-" + field.most + "," + field.least + "-" + ends[1]);
        }
        int step = stepped.length > 1 ? number(stepped[1]) : 1;
        if (step < 1) {
            throw unreadable(field, part);
        }
        long values = 0;
        for (int value = first; value <= last; value += step) {
            values |= 1L << value;
        }
        return values;
    }

    private static int value(Field field, String text, String part) {
        int named = IntStream.range(0, field.names.size()).filter(i -> field.names.get(i).equalsIgnoreCase(text))
                .findFirst().orElse(-1);
        int value = named >= 0 ? named + field.least : number(text);
        if (value < field.least || value > field.most) {
            throw unreadable(field, part);
        }
        return value;
    }

    /** The value of one or two digits, else -1. */
    private static int number(String text) {
        return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : -1;
    }

    private static IllegalArgumentException unreadable(Field field, String part) {
        String named = field.names.isEmpty() ? "" : " or " + field.names.getFirst() + " to " + field.names.getLast();
        return new IllegalArgumentException("the " + field + " '" + part + "' is none: it can be " + field.least
                + " to " + field.most + named + ", alone, as 1-3, 1,3, * or */2");
    }

    private boolean has(Field field, int value) {
        return (fields.get(field.ordinal()) >> value & 1) == 1;
    }

    private boolean has(LocalDate day) {
        boolean ofMonth = has(Field.DAY_OF_MONTH, day.getDayOfMonth());
        boolean ofWeek = has(Field.DAY_OF_WEEK, day.getDayOfWeek().getValue() % DAYS_OF_WEEK);
        return has(Field.MONTH, day.getMonthValue()) && (eitherDay ? ofMonth || ofWeek : ofMonth && ofWeek);
    }

    /** The next moment on a calendar and a clock that know no time zone. */
    LocalDateTime after(LocalDateTime moment) {
        LocalDate day = moment.toLocalDate();
        if (has(day)) {
            LocalTime later = firstTime(moment.getHour() * MINUTES_OF_HOUR + moment.getMinute() + 1);
            if (later != null) {
                return day.atTime(later);
            }
        }
        return dayFrom(day.plusDays(1)).atTime(Objects.requireNonNull(firstTime(0)));
    }

    private @Nullable LocalTime firstTime(int minuteOfDay) {
        return IntStream.range(minuteOfDay, MINUTES_OF_HOUR * 24)
                .filter(minute -> has(Field.HOUR, minute / MINUTES_OF_HOUR)
                        && has(Field.MINUTE, minute % MINUTES_OF_HOUR))
                .mapToObj(minute -> LocalTime.of(minute / MINUTES_OF_HOUR, minute % MINUTES_OF_HOUR)).findFirst()
                .orElse(null);
    }

    private LocalDate dayFrom(LocalDate from) {
        LocalDate day = from;
        while (!has(day)) {
            day = has(Field.MONTH, day.getMonthValue())
                    ? day.plusDays(1)
                    : YearMonth.from(day).plusMonths(1).atDay(1);
        }
        return day;
    }

    /** The next moment in real time: what the clock skips does not come, and what it repeats comes twice. */
    ZonedDateTime after(ZonedDateTime moment) {
        ZonedDateTime next = moment.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        while (!has(next.toLocalDate()) || !has(Field.HOUR, next.getHour()) || !has(Field.MINUTE, next.getMinute())) {
            if (!has(next.toLocalDate())) {
                next = dayFrom(next.toLocalDate()).atStartOfDay(next.getZone());
            } else if (has(Field.HOUR, next.getHour())) {
                next = next.plusMinutes(1);
            } else {
                next = next.plusMinutes(MINUTES_OF_HOUR - next.getMinute());
            }
        }
        return next;
    }
}
