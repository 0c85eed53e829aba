package dev.tertulia.operation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.tertulia.ManualClock;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.State;
import dev.tertulia.message.WireError;
import dev.tertulia.number.NumberContext;
import dev.tertulia.number.NumberJournal;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Progress;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.memory.MemoryStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody outside may wait for the end of an operation. */
@Timeout(10)
class CompletionWaitersTest {

    private final MemoryStore store = new MemoryStore();
    private final ManualClock clock = new ManualClock();
    private final Operations operations = new Operations(context(), store.operations(), Duration.ofMinutes(30),
            () -> {});

    private Operation asked() {
        Send send = new Send("1", "G", new GroupOperation.DeleteGroup(), Priority.MODERATION, null, clock.instant(),
                null,
                Progress.NONE);
        store.outbox().add(send);
        return send.operation().orElseThrow();
    }

    private NumberContext context() {
        return new NumberContext("1", clock, new NumberJournal("1", entry -> {}), new ObjectMapper());
    }

    @Test
    void anEndWakesWhoWaits() throws InterruptedException, ExecutionException {
        Operation asked = asked();
        CountDownLatch started = new CountDownLatch(1);
        FutureTask<Operation> waits = new FutureTask<>(() -> {
            started.countDown();
            return operations.await(asked.id(), Duration.ofDays(1));
        });
        Thread.ofVirtual().start(waits);
        started.await();

        operations.done(asked);

        assertThat(waits.get().state()).isEqualTo(State.DONE);
    }

    @Test
    void anEndInAnotherReplicaIsSeen() throws InterruptedException, ExecutionException {
        Operation asked = asked();
        Operations replica = new Operations(context(), store.operations(), Duration.ofMinutes(30), () -> {});
        FutureTask<Operation> waits = new FutureTask<>(() -> operations.await(asked.id(), Duration.ofDays(1)));
        Thread.ofVirtual().start(waits);

        replica.done(asked);

        assertThat(waits.get().state()).isEqualTo(State.DONE);
    }

    @Test
    void anEndIsTheEnd() {
        Operation asked = asked();
        operations.done(asked);

        operations.refused(asked, new WireError(131000, "too late", null));

        assertThat(operations.find(asked.id())).map(Operation::state).contains(State.DONE);
    }

    @Test
    void theTimeMayBeOverFirst() throws InterruptedException {
        assertThat(operations.await(asked().id(), Duration.ofMillis(1)).state()).isEqualTo(State.ASKED);
    }
}
