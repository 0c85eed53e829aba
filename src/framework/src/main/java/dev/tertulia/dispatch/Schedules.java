package dev.tertulia.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.message.Origin;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.StartTimer;

/**
 * Sees to it that each schedule has its timer in the account's conversation of a phone number: the next moment after
 * the last that was handled. One that was missed while nobody ran is in the past then, and fires at once.
 */
public final class Schedules {

    /** For so long a timer that fired may be on its way to its turn. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final String account;
    private final Inbox inbox;
    private final List<Schedule> schedules;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Map<StartTimer, Instant> started = new HashMap<>();
    private boolean swept;

    public Schedules(String number, Inbox inbox, Handlers handlers, ObjectMapper json, InstantSource clock) {
        this.account = Origin.account(number);
        this.inbox = inbox;
        this.schedules = handlers.schedules();
        this.json = json;
        this.clock = clock;
    }

    /** Starts what is missing, and stops what no handler wants any more or wants at other times. */
    public void plan() {
        if (schedules.isEmpty() && swept) {
            return;
        }
        Map<String, String> nameById = inbox.timers(account).stream()
                .filter(timer -> timer.name().startsWith(Schedule.MARK))
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
        String key = TurnStates.key(ScheduleLog.class);
        Map<String, String> stored = inbox.state(account, key).map(firings -> Map.of(key, firings)).orElse(Map.of());
        return new TurnStates(json, stored).of(ScheduleLog.class, null).get().of(schedule.name())
                .filter(firing -> firing.id().equals("timer:" + schedule.id())).map(ScheduleLog.Firing::at).orElse(now);
    }
}
