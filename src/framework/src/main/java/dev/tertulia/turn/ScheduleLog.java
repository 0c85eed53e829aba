package dev.tertulia.turn;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.State;
import dev.tertulia.bot.Stored;
import dev.tertulia.message.Event;
import dev.tertulia.message.Origin;
import dev.tertulia.message.TimerFired;
import dev.tertulia.number.NumberContext;
import dev.tertulia.store.Inbox;

/**
 * When each schedule was last handled. It is written with the turn that handles it, so a moment is handled once even if
 * replicas whose clocks differ fire it twice.
 *
 * @param last by name of the schedule's timers
 */
@Stored("tertulia.schedules")
record ScheduleLog(Map<String, Firing> last) {

    ScheduleLog(@Nullable Map<String, Firing> last) {
        this.last = Objects.requireNonNullElse(last, Map.of());
    }

    /**
     * A schedule that was handled.
     *
     * @param id of its timer
     */
    record Firing(String id, Instant at) {}

    /** The log of a number as stored now. */
    static ScheduleLog stored(Inbox inbox, NumberContext number) {
        String key = TurnStates.key(ScheduleLog.class);
        Map<String, String> stored = inbox.state(Origin.account(number.number()), key)
                .map(log -> Map.of(key, log)).orElse(Map.of());
        return new TurnStates(number.json(), stored).of(ScheduleLog.class, null).get();
    }

    /** Whether an event is a moment that was handled before. */
    static boolean repeats(Event event, TurnStates states) {
        return event instanceof TimerFired fired && isOfSchedule(fired)
                && states.of(ScheduleLog.class, null).get().of(fired.name())
                        .filter(firing -> !firing.at().isBefore(Instant.parse(fired.payload()))).isPresent();
    }

    /** Writes down that a schedule is handled, if that is what the event is. */
    static void note(Event event, TurnStates states, Instant now) {
        if (event instanceof TimerFired fired && isOfSchedule(fired)) {
            State<ScheduleLog> kept = states.of(ScheduleLog.class, null);
            Instant due = Instant.parse(fired.payload());
            Map<String, Firing> next = new HashMap<>(kept.get().last());
            next.put(fired.name(), new Firing(fired.origin().key(), due.isAfter(now) ? due : now));
            kept.set(new ScheduleLog(next));
        }
    }

    private static boolean isOfSchedule(TimerFired fired) {
        return fired.name().startsWith(TurnFactory.OWN_TIMER) && !ChatTimers.concerns(fired);
    }

    Optional<Firing> of(String name) {
        return Optional.ofNullable(last.get(name));
    }
}
