package dev.tertulia.moderation.rules;

import java.time.Duration;
import java.util.List;

import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counters;

/** The reading of conditions on numbers of events, as far as counters count, and on times since an event. */
final class CountConditions {

    private static final Duration FILLER = Duration.ofDays(1);

    private CountConditions() {}

    static Condition flood(Value value) {
        Fields fields = value.fields("'flood'", "messages", "within", "per");
        return new Condition.Flood(fields.need("messages", messages -> messages.number(1, Counters.MOST_ENTRIES), 1),
                within(fields), fields.get("per", per -> per.oneOf(Per.class), Per.MEMBER));
    }

    static Condition repeated(Value value) {
        Fields fields = value.fields("'repeated'", "times", "within", "per", "similar");
        boolean similar = fields.get("similar", Value::flag, false);
        int most = similar ? Count.MOST_VALUES : Counters.MOST_ENTRIES;
        return new Condition.Repeated(fields.need("times", times -> times.number(2, most), 2), within(fields),
                fields.get("per", per -> per.oneOf(Per.class), Per.MEMBER), similar);
    }

    static Condition joinWave(Value value) {
        Fields fields = value.fields("'join_wave'", "requests", "within", "per");
        return new Condition.JoinWave(fields.need("requests", requests -> requests.number(2, Counters.MOST_ENTRIES), 2),
                within(fields),
                fields.get("per", per -> per.oneOf(List.of(Per.GROUP, Per.FLEET)), Per.GROUP));
    }

    static Condition reported(Value value) {
        Fields fields = value.fields("'reported'", "by", "within");
        return new Condition.Reported(fields.need("by", by -> by.number(1, Count.MOST_VALUES), 1), within(fields));
    }

    /** A number, or a map with {@code at_least}. */
    static Condition strikes(Value value) {
        return new Condition.StrikeCount(value.isScalar()
                ? value.count()
                : value.fields("'strikes'", "at_least").need("at_least", Value::count, 1));
    }

    /** A duration, or a map with {@code within}. */
    static Condition newcomer(Value value) {
        return new Condition.Newcomer(
                value.isScalar() ? value.duration() : within(value.fields("'newcomer'", "within")));
    }

    private static Duration within(Fields fields) {
        return fields.need("within", Value::duration, FILLER);
    }
}
