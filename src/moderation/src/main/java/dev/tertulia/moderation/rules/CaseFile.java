package dev.tertulia.moderation.rules;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tertulia.message.Member;

/** The reader of files with test cases of rules. It finds all problems of a file at once. */
public final class CaseFile {

    private static final int MOST_TIMES = 1_000;
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 7);
    private static final String[] KEYS = {"name", "on", "text", "type", "forwarded", "at", "zone", "group", "labels",
            "who",
            "times", "every", "different_people", "different_groups", "expect"};

    private CaseFile() {}

    /**
     * Reads a file.
     *
     * @throws RuleFileException if it cannot be read, or if anything in it is wrong
     */
    public static List<RuleCase> read(Path file) {
        return read(YamlText.of(file), YamlText.folder(file));
    }

    /** Reads the text of a file. */
    static List<RuleCase> read(String text, Path folder) {
        Reading reading = new Reading(folder);
        List<RuleCase> cases = YamlText.parse(text)
                .map(root -> new Value(reading, "cases", root, root))
                .map(root -> root.isList()
                        ? root
                        : root.fields("a file of cases", "cases").need("cases", all -> all, root))
                .map(all -> all.list("each item with a text and what it has to hit").stream().map(CaseFile::one)
                        .toList())
                .orElse(List.of());
        reading.end();
        return cases;
    }

    private static RuleCase one(Value value) {
        Fields fields = value.fields("a case", KEYS);
        On on = fields.get("on", event -> event.oneOf(On.class), On.MESSAGE);
        String text = fields.get("text", Value::anyText, "");
        MessageType type = fields.get("type", one -> one.oneOf(MessageType.class),
                on == On.MESSAGE || on == On.REPORT ? MessageType.TEXT : MessageType.OTHER);
        if (type == MessageType.TEXT && text.isEmpty() && !fields.isBroken()) {
            fields.problem("'text' is missing in a case; write it, or another type such as type: image");
        }
        RuleCase.Event event = new RuleCase.Event(on, text, type,
                fields.get("forwarded", CaseFile::forwarding, "false"),
                place(fields), repetition(fields));
        return new RuleCase(value.node().getStartMark().getLine() + 1, fields.get("name", Value::text, text), event,
                fields.get("who", CaseFile::who, RuleCase.Who.SOMEBODY),
                fields.need("expect", CaseFile::names, Set.of()));
    }

    /** The names of rules; an empty list expects that no rule hits. */
    private static Set<String> names(Value value) {
        return value.isEmptyList() ? Set.of() : new HashSet<>(TextLists.of(value));
    }

    private static String forwarding(Value value) {
        if (!value.is("often")) {
            return String.valueOf(value.flag());
        }
        return "often";
    }

    private static RuleCase.Place place(Fields fields) {
        ZoneId zone = fields.get("zone", Value::zone, ZoneId.of("UTC"));
        return new RuleCase.Place(
                fields.get("at", at -> time(at, zone), SOME_DAY.atTime(12, 0).atZone(zone).toInstant()),
                fields.get("group", Value::text, ""),
                new HashSet<>(fields.get("labels", TextLists::of, List.of())));
    }

    private static Instant time(Value value, ZoneId zone) {
        String text = value.text();
        try {
            if (text.length() <= "22:00:00".length()) {
                return SOME_DAY.atTime(LocalTime.parse(text)).atZone(zone).toInstant();
            }
            if (text.matches("(19|20|21)[0-9]{2}-.*")) {
                return text.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})")
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDateTime.parse(text).atZone(zone).toInstant();
            }
        } catch (DateTimeException e) {
            // told below, together with years out of range
        }
        value.problem("'" + text + "' is no time; write for example at: \"22:30\" or at: 2026-01-31T22:30");
        return Instant.EPOCH;
    }

    private static RuleCase.Repetition repetition(Fields fields) {
        return new RuleCase.Repetition(fields.get("times", times -> times.number(1, MOST_TIMES), 1),
                fields.get("every", Value::duration, Duration.ofSeconds(1)),
                fields.get("different_people", Value::flag, false), fields.get("different_groups", Value::flag, false));
    }

    private static RuleCase.Who who(Value value) {
        Fields fields = value.fields("'who'", "name", "phone", "staff", "member_for", "strikes");
        RuleCase.Who somebody = RuleCase.Who.SOMEBODY;
        return new RuleCase.Who(fields.get("name", Value::text, somebody.name()),
                fields.find("phone").map(CaseFile::phone).orElse(null), fields.get("staff", Value::flag, false),
                fields.get("member_for", CaseFile::memberFor, somebody.memberFor()),
                fields.get("strikes", strikes -> strikes.number(0), 0));
    }

    private static Optional<Duration> memberFor(Value value) {
        return value.is("unknown") ? Optional.empty() : Optional.of(value.duration(Durations.LONGEST));
    }

    private static String phone(Value value) {
        String digits = Member.find(value.text()).map(Member::phone).orElse(null);
        if (digits == null) {
            value.problem("'" + value.text() + "' is no phone number; write one such as \"+34600000000\"");
            return "";
        }
        return digits;
    }
}
