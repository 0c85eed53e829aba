package dev.tertulia.moderation.rules;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The reader of conditions: one key each, and {@code all}, {@code any} and {@code not}. */
final class ConditionReader {

    private static final int DEEPEST = 10;
    private static final Set<On> TEXT = EnumSet.of(On.MESSAGE, On.REPORT);
    private static final Set<On> MESSAGE = EnumSet.of(On.MESSAGE);
    private static final Set<On> DOOR = EnumSet.of(On.JOIN_REQUEST, On.JOIN);
    private static final Set<On> MEMBERS = EnumSet.of(On.MESSAGE, On.REPORT, On.JOIN);
    private static final Set<On> EVERYTHING = EnumSet.allOf(On.class);

    /** A condition of one key. */
    private record Kind(Set<On> on, Function<Value, Condition> read) {}

    private static final Map<String, Kind> KINDS = kinds();
    /** The keys of all conditions. */
    static final List<String> KEYS = keys();

    private final On on;

    /** A reader of the conditions of a rule on certain events. */
    ConditionReader(On on) {
        this.on = on;
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("words", new Kind(TEXT, TextConditions::words));
        kinds.put("pattern", new Kind(TEXT, TextConditions::pattern));
        kinds.put("links", new Kind(TEXT, TextConditions::links));
        kinds.put("phone_numbers", flag(TEXT, new Condition.PhoneNumbers()));
        kinds.put("emails", flag(TEXT, new Condition.Emails()));
        kinds.put("contacts", flag(TEXT, new Condition.Contacts()));
        kinds.put("media", new Kind(TEXT, TextConditions::media));
        kinds.put("forwarded", new Kind(TEXT, TextConditions::forwarded));
        kinds.put("flood", new Kind(MESSAGE, CountConditions::flood));
        kinds.put("repeated", new Kind(MESSAGE, CountConditions::repeated));
        kinds.put("capitals", new Kind(TEXT, TextConditions::capitals));
        kinds.put("emoji", new Kind(TEXT, value -> new Condition.Emoji(TextConditions.range(value))));
        kinds.put("length", new Kind(TEXT, value -> new Condition.Length(TextConditions.range(value))));
        kinds.put("classifier", new Kind(TEXT, TextConditions::classifier));
        kinds.put("hours", new Kind(EVERYTHING, ConditionReader::hours));
        kinds.put("newcomer", new Kind(MEMBERS, CountConditions::newcomer));
        kinds.put("member_for", new Kind(MEMBERS, value -> new Condition.MemberFor(value.duration(Durations.LONGEST))));
        kinds.put("staff", flag(EVERYTHING, new Condition.Staff()));
        kinds.put("country", new Kind(EVERYTHING, ConditionReader::country));
        kinds.put("join_wave", new Kind(DOOR, CountConditions::joinWave));
        kinds.put("reported", new Kind(EnumSet.of(On.REPORT), CountConditions::reported));
        kinds.put("strikes", new Kind(EVERYTHING, CountConditions::strikes));
        return kinds;
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(KINDS.keySet());
        keys.addAll(List.of("all", "any", "not"));
        return List.copyOf(keys);
    }

    private static Kind flag(Set<On> on, Condition condition) {
        return new Kind(on, value -> value.flag() ? condition : new Condition.Not(condition));
    }

    /** The condition {@code when}: all keys of a map together. */
    Condition when(Value value) {
        return all(parts(value, DEEPEST));
    }

    /** The exception {@code unless}: each key of a map is one. */
    Condition unless(Value value) {
        return new Condition.Any(parts(value, DEEPEST));
    }

    private static Condition all(List<Condition> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Condition.All(parts);
    }

    private List<Condition> parts(Value value, int depth) {
        if (depth == 0) {
            value.problem("conditions are nested more than " + DEEPEST + " deep; write several rules");
            return List.of();
        }
        Fields fields = Fields.of(value, "'" + value.key() + "'").knowing(KEYS);
        if (fields.keys().isEmpty() && !value.isScalar() && !value.isList()) {
            value.problem("'" + value.key() + "' is empty; write a condition such as 'links: any', or leave it out");
        }
        return fields.all().stream().filter(part -> KEYS.contains(part.key())).map(part -> part(part, depth)).toList();
    }

    private Condition part(Value value, int depth) {
        return switch (value.key()) {
            case "all" -> new Condition.All(several(value, depth));
            case "any" -> new Condition.Any(several(value, depth));
            case "not" -> new Condition.Not(all(parts(value, depth - 1)));
            default -> one(value);
        };
    }

    /** The maps of a list, or the keys of a map. */
    private List<Condition> several(Value value, int depth) {
        return value.isList()
                ? value.items().stream().map(item -> all(parts(item, depth - 1))).toList()
                : parts(value, depth - 1);
    }

    private Condition one(Value value) {
        Kind kind = KINDS.get(value.key());
        if (kind == null) {
            throw new IllegalStateException(value.key());
        }
        if (!kind.on().contains(on)) {
            value.wrongKey("'%s' is no condition of a rule on %s; it is one of rules on %s".formatted(value.key(),
                    Value.word(on), kind.on().stream().map(Value::word).collect(Collectors.joining(", "))));
        }
        return kind.read().apply(value);
    }

    private static Condition hours(Value value) {
        Fields fields = value.fields("'hours'", "from", "to", "zone");
        if (fields.find("zone").isEmpty()) {
            value.reading().warning(value.keyNode(), "'hours' has no zone, so these are hours of UTC; write for example"
                    + " zone: Europe/Madrid");
        }
        return new Condition.Hours(fields.need("from", Value::time, LocalTime.MIDNIGHT),
                fields.need("to", Value::time, LocalTime.MIDNIGHT),
                fields.get("zone", Value::zone, ZoneId.of("UTC")));
    }

    private static Condition country(Value value) {
        Fields fields = value.fields("'country'", "in", "not_in");
        if (fields.find("in").isEmpty() && fields.find("not_in").isEmpty()) {
            value.problem("'country' is empty; write in or not_in, such as not_in: [\"+34\"]");
        }
        return new Condition.Country(fields.get("in", Countries::read, Set.of()),
                fields.get("not_in", Countries::read, Set.of()));
    }
}
