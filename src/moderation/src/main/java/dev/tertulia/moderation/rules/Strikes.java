package dev.tertulia.moderation.rules;

import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What strikes lead to.
 *
 * @param decay  {@code null} if strikes do not lapse
 * @param ladder the actions that are taken when a person reaches a number of strikes
 */
public record Strikes(@Nullable Decay decay, NavigableMap<Integer, List<Action>> ladder) {

    public Strikes {
        ladder = new TreeMap<>(ladder);
    }

    /**
     * How strikes lapse.
     *
     * @param by the number of strikes that lapse each time
     */
    public record Decay(Duration every, int by) {}

    /** The actions for a person whose strikes have risen, lowest step first. */
    public List<Action> reached(int before, int now) {
        return now <= before
                ? List.of()
                : ladder.subMap(before, false, now, true).values().stream().flatMap(List::stream).toList();
    }
}
