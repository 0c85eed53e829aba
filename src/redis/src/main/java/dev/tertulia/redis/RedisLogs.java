package dev.tertulia.redis;

import java.time.Duration;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.Logs;
import dev.tertulia.store.Fleet;
import dev.tertulia.store.LogRules;

/** Logs in Redis. */
record RedisLogs(Scripts scripts, Keys keys) implements Logs {

    @Override
    public Logs of(String number) {
        Fleet.check(keys.number(), number);
        return this;
    }

    @Override
    public Log log(String name, Duration keep) {
        LogRules.check(name, keep);
        return new RedisLog(scripts, new LogKeys(keys, name), keep);
    }
}
