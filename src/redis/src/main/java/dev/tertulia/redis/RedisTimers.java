package dev.tertulia.redis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.TimerFired;
import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.StartTimer;

/** The timers of each group in Redis. Groups take turns when theirs have run out. */
record RedisTimers(Scripts scripts, Keys keys, JournalCalls journal) {

    void start(StartTimer timer) {
        scripts.number(of(Script.TIMER, timer.group()).args(timer.group(), timer.id(), timer.at().toEpochMilli(),
                Codec.write(timer)));
    }

    void cancel(CancelTimers cancelled) {
        scripts.number(of(Script.CANCEL, cancelled.group()).args(cancelled.group(), cancelled.name(), key(cancelled)));
    }

    /** The key of timers to stop, as timers.lua has it. */
    static String key(CancelTimers cancelled) {
        return cancelled.key() == null ? "" : "=" + cancelled.key();
    }

    private Call of(Script script, String group) {
        return new Call(script).keys(keys.timers(), keys.timers(group), keys.moments(group));
    }

    List<StartTimer> of(String group) {
        return scripts.redis().run(commands -> commands.hvals(keys.timers(group))).stream()
                .map(json -> Codec.read(json, StartTimer.class)).toList();
    }

    int count(String group) {
        return scripts.redis().<Long>run(commands -> commands.hlen(keys.timers(group))).intValue();
    }

    /** Fires expired timers, the same number of each group, unless another replica does. */
    int fire(Instant now, int atMost) {
        long after = now.toEpochMilli() + 1;
        Range<Long> past = Range.from(Boundary.unbounded(), Boundary.excluding(after));
        List<String> groups = scripts.redis()
                .run(commands -> commands.zrangebyscore(keys.timers(), past, Limit.create(0, atMost)));
        if (groups.isEmpty()) {
            return 0;
        }
        Call ripe = new Call(Script.RIPE).args(after, Math.max(1, atMost / groups.size()));
        groups.forEach(group -> ripe.keys(keys.timers(group), keys.moments(group)));
        Call fire = journal
                .bounds(new Call(Script.FIRE).keys(keys.timers(), keys.ready(), keys.claims(), keys.waiting()), now)
                .args(now.toEpochMilli());
        List<@Nullable Object> found = scripts.list(ripe);
        int place = 0;
        for (String group : groups) {
            int timers = ((Long) found.get(place)).intValue();
            add(fire, group, found.subList(place + 1, place + 1 + timers), now);
            place += 1 + timers;
        }
        return (int) scripts.number(fire);
    }

    private void add(Call fire, String group, List<@Nullable Object> found, Instant now) {
        List<String> timers = new ArrayList<>();
        found.forEach(timer -> timers.add((String) timer));
        timers.removeIf(String::isEmpty);
        fire.args(group).keyArg(keys.timers(group)).keyArg(keys.moments(group)).keyArg(keys.mail(group));
        fire.args(timers.size());
        for (String json : timers) {
            StartTimer timer = Codec.read(json, StartTimer.class);
            TimerFired fired = timer.fired(keys.number(), now);
            fire.args(timer.id(), json, Codec.write(fired));
            journal.accepted(fire, fired, now);
        }
    }
}
