package dev.tertulia.moderation.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A value of a rule file, under its key. Each method returns what the value stands for; if it is wrong, it records a problem
 * and returns a filler, so that the reading goes on and finds all problems.
 */
record Value(Reading reading, String key, Node keyNode, Node node) {

    private static final int LONGEST_TEXT = 4096;
    private static final int MOST = 1_000_000;

    Value {
        reading.visit(node);
    }

    /** Records a problem of the value. */
    void problem(String message) {
        reading.problem(node, message);
    }

    /** Records a problem of the key. */
    void wrongKey(String message) {
        reading.problem(keyNode, message);
    }

    private void notThis(String wanted) {
        notThis("'" + key + "'", wanted);
    }

    /** Records that it is not what it has to be. */
    void notThis(String what, String wanted) {
        problem(what + " is " + wanted + ", not " + shown());
    }

    private String shown() {
        if (node instanceof ScalarNode scalar) {
            String text = scalar.getValue();
            return text.isEmpty() ? "empty" : "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
        }
        if (node instanceof SequenceNode list) {
            return list.getValue().isEmpty() ? "empty" : "a list";
        }
        return "a map";
    }

    /** Whether it is a single word, number or text. */
    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /** Whether it is a list. */
    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether it is a list of nothing. */
    boolean isEmptyList() {
        return node instanceof SequenceNode list && list.getValue().isEmpty();
    }

    /** The value as it is written; empty if it is none. */
    private String written() {
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    /** Whether it is written so. */
    boolean is(String text) {
        return written().equals(text);
    }

    /** A text. */
    String text() {
        String text = written();
        if (text.isEmpty()) {
            notThis("a text");
        } else if (text.length() > LONGEST_TEXT) {
            problem("'" + key + "' has at most " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    /** A label of groups. */
    String groupLabel() {
        NamedLabel named = NamedLabel.of(this);
        if (!named.label().isEmpty()) {
            reading.label(named);
        }
        return named.label();
    }

    /** A text that may be empty. */
    String anyText() {
        return isScalar() ? written() : text();
    }

    /** True or false. */
    boolean flag() {
        if (!is("true") && !is("false")) {
            notThis("true or false");
        }
        return is("true");
    }

    /** Records a problem unless it is {@code true}. */
    void mustBeTrue() {
        if (!is("true")) {
            notThis("true");
        }
    }

    /** A whole number. */
    int number(int least) {
        return number(least, MOST);
    }

    /** A whole number in a range. */
    int number(int least, int most) {
        try {
            int number = Integer.parseInt(written());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers out of range
        }
        notThis("a whole number from " + least + " to " + most);
        return least;
    }

    /** A whole number, at least 1. */
    int count() {
        return number(1);
    }

    /** A percentage such as {@code 70%}. */
    double percent() {
        String text = written();
        if (text.endsWith("%")) {
            double percent = decimal(text.substring(0, text.length() - 1));
            if (percent > 0 && percent <= 100) {
                return percent;
            }
        }
        notThis("a percentage above 0%, such as 10%");
        return 100;
    }

    /** A number from 0 to 1, also as a percentage. */
    double share() {
        String text = written();
        double share = text.endsWith("%") ? decimal(text.substring(0, text.length() - 1)) / 100 : decimal(text);
        if (share >= 0 && share <= 1) {
            return share;
        }
        notThis("a number from 0 to 1, such as 0.8");
        return 0;
    }

    private static double decimal(String text) {
        try {
            return text.length() > 20 ? Double.NaN : new BigDecimal(text.strip()).doubleValue();
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A duration with units, such as {@code 90d} or {@code 1h30m}, over which events are counted. */
    Duration duration() {
        return duration(Durations.LONGEST_WINDOW);
    }

    /** A duration with units, up to a longest one. */
    Duration duration(Duration longest) {
        return Durations.parse(written()).filter(one -> one.compareTo(longest) <= 0).orElseGet(() -> {
            if (written().matches("[0-9]{1,9}")) {
                problem("'%s: %s' has no unit; write for example %2$ss, %2$sm, %2$sh or %2$sd".formatted(key,
                        written()));
            } else {
                notThis("a duration such as 30s, 10m, 24h or 90d, at most " + longest.toDays() + "d");
            }
            return Duration.ofDays(1);
        });
    }

    /** A time of day. */
    LocalTime time() {
        try {
            String text = written();
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeException e) {
            notThis("a time such as 22:00");
            return LocalTime.MIDNIGHT;
        }
    }

    /** A time zone. */
    ZoneId zone() {
        try {
            return ZoneId.of(written());
        } catch (DateTimeException e) {
            String nearest = Nearest.to(written(), ZoneId.getAvailableZoneIds()).orElse("Europe/Madrid");
            notThis("a time zone such as " + nearest);
            return ZoneId.of("UTC");
        }
    }

    /** A constant, in lower case. */
    <E extends Enum<E>> E oneOf(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        return oneOf(constants);
    }

    /** One of certain constants, in lower case. */
    <E extends Enum<E>> E oneOf(List<E> constants) {
        return constants.stream().filter(one -> is(word(one))).findFirst().orElseGet(() -> {
            List<String> words = constants.stream().map(Value::word).toList();
            problem("'" + key + "' is " + String.join(", ", words) + ", not " + shown()
                    + Nearest.to(written(), words).map(one -> "; do you mean '" + one + "'?").orElse(""));
            return constants.getFirst();
        });
    }

    /** A constant as the file names it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The items of a list; a single value is a list of one. */
    List<Value> items() {
        List<Value> items = parts();
        if (items.isEmpty()) {
            notThis("a list with at least one item");
        }
        return items;
    }

    private List<Value> parts() {
        return node instanceof SequenceNode list
                ? list.getValue().stream().map(item -> new Value(reading, key, keyNode, item)).toList()
                : List.of(this);
    }

    /** The items of a list of maps, which may be empty. */
    List<Value> list(String form) {
        if (isList()) {
            return parts();
        }
        notThis("a list, " + form);
        return List.of();
    }

    /** The keys of a map. */
    Fields fields(String what, String... known) {
        return Fields.of(this, what).knowing(Arrays.asList(known));
    }
}
