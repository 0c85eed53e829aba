package dev.tertulia.redis;

import org.junit.jupiter.api.BeforeEach;

import dev.tertulia.store.Processes;
import dev.tertulia.store.ProcessesContract;

class RedisProcessesTest implements ProcessesContract {

    private final Processes processes = new RedisProcesses(TestRedis.shared().connection());

    @BeforeEach
    void forget() {
        processes.all().forEach(process -> processes.ended(process.name()));
    }

    @Override
    public Processes processes() {
        return processes;
    }
}
