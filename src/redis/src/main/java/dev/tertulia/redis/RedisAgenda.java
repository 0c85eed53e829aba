package dev.tertulia.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.tertulia.store.Agenda;

/** When the work of a number in Redis is due, read in one script. */
record RedisAgenda(Scripts scripts, Keys keys) implements Agenda {

    @Override
    public Optional<Duration> untilDue(Instant now) {
        Call call = new Call(Script.AGENDA).keys(keys.inHand(), keys.activeBroadcasts(), keys.ready(), keys.claims(),
                keys.timers(), keys.held(), keys.deadlines()).args(now.toEpochMilli());
        OutboxCalls.PLACES.forEach(place -> call.keys(keys.due(place.lane(), place.priority())));
        long millis = scripts.number(call);
        return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    /** The mark is read before the agenda, so that work that is stored after the agenda was read keeps it. */
    @Override
    public boolean leave(Instant now, Duration atLeast) {
        Optional<String> mark = scripts.mark().old();
        if (mark.isEmpty()) {
            return false;
        }
        Optional<Duration> due = untilDue(now);
        if (due.isPresent() && due.get().compareTo(atLeast) <= 0) {
            return false;
        }
        return scripts.mark().move(mark.get(), due);
    }
}
