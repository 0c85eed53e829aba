package dev.tertulia.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tertulia.handler.Schedule;
import dev.tertulia.message.Origin;
import dev.tertulia.number.NumberContext;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.StartTimer;
import dev.tertulia.turn.TurnFactory;

/**
 * Sees to it that each schedule has its timer in the account's conversation of a phone number: the next moment after
 * the last that was handled. One that was missed while no process ran is in the past then, and fires at once.
 */
final class Schedules {

    /** The time that a fired timer may take until its turn. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final String account;
    private final Inbox inbox;
    private final List<Schedule> schedules;
    private final TurnFactory turns;
    private final InstantSource clock;
    private final Map<StartTimer, Instant> started = new HashMap<>();
    private boolean swept;

    Schedules(NumberContext number, Inbox inbox, List<Schedule> schedules, TurnFactory turns) {
        this.account = Origin.account(number.number());
        this.inbox = inbox;
        this.schedules = schedules;
        this.turns = turns;
        this.clock = number.clock();
    }

    /** Starts what is missing, and stops what no handler wants any more or wants at other times. */
    void plan() {
        if (schedules.isEmpty() && swept) {
            return;
        }
        Map<String, String> nameById = inbox.timers(account).stream()
                .filter(timer -> timer.name().startsWith(TurnFactory.OWN_TIMER))
                .collect(Collectors.toMap(StartTimer::id, StartTimer::name));
        Set<String> wanted = schedules.stream().map(Schedule::id).collect(Collectors.toSet());
        nameById.entrySet().stream().filter(timer -> !wanted.contains(timer.getKey()))
                .forEach(timer -> inbox.cancelTimers(account, timer.getValue()));
        swept = true;
        schedules.stream().filter(schedule -> !nameById.containsKey(schedule.id())).forEach(this::start);
    }

    private void start(Schedule schedule) {
        Instant now = clock.instant();
        StartTimer timer = schedule.timer(account, schedule.after(base(schedule, now)));
        started.values().removeIf(at -> !at.plus(ON_ITS_WAY).isAfter(now));
        if (started.putIfAbsent(timer, now) == null) {
            inbox.startTimer(timer);
        }
    }

    /** A schedule that is new, or has changed, begins now. */
    private Instant base(Schedule schedule, Instant now) {
        return turns.lastHandled(schedule.name(), schedule.id()).orElse(now);
    }
}
