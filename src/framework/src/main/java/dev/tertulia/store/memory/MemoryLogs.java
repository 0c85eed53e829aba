package dev.tertulia.store.memory;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.Logs;
import dev.tertulia.store.Fleet;
import dev.tertulia.store.LogRules;

/** Logs in memory. */
final class MemoryLogs implements Logs {

    private final String number;
    private final Object lock;
    private final Map<String, MemoryLog> logs = new HashMap<>();

    MemoryLogs(String number, Object lock) {
        this.number = number;
        this.lock = lock;
    }

    @Override
    public Logs of(String wanted) {
        Fleet.check(number, wanted);
        return this;
    }

    @Override
    public Log log(String name, Duration keep) {
        LogRules.check(name, keep);
        synchronized (lock) {
            return logs.computeIfAbsent(name, one -> new MemoryLog(lock)).keeping(keep);
        }
    }
}
