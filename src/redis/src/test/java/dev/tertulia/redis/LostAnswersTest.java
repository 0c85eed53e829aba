package dev.tertulia.redis;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.State;
import dev.tertulia.operation.OperationStore;
import dev.tertulia.operation.PendingOperations;
import dev.tertulia.outbox.Begun;
import dev.tertulia.outbox.Departure;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendQueue.SettleResult;
import dev.tertulia.store.Claim;
import dev.tertulia.store.Effects;
import dev.tertulia.store.EventJournal;
import dev.tertulia.store.InHand;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Inbox.Committed;
import dev.tertulia.store.Samples;
import dev.tertulia.store.SettlementKind;
import dev.tertulia.store.TurnCommit;
import dev.tertulia.throttle.LaneKind;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.operation;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.settlement;
import static dev.tertulia.store.Samples.timer;
import static org.assertj.core.api.Assertions.assertThat;

/** A call whose answer was lost was carried out or not, now or later; asked for again it makes no difference. */
class LostAnswersTest {

    private static final DueQueue NEXT = new DueQueue("g", Priority.REPLY);

    private final Keys keys = new Keys(TestRedis.newNumber());
    private final JournalCalls journal = new JournalCalls(keys, EventJournal.Limits.USUAL);
    private final Scripts scripts = Scripts.of(TestRedis.shared().connection(), keys);
    private final OutboxCalls calls = new OutboxCalls(keys);
    private final Unfinished unfinished = new Unfinished(scripts);
    private final Inbox inbox = new RedisInbox(scripts, journal,
            new RedisWindows(scripts, keys), unfinished);
    private final OutboxStore outbox = new RedisOutbox(scripts, journal, unfinished);

    private Optional<Send> begin(long fence) {
        return InHand.begin(outbox, fence, LaneKind.MESSAGES, NEXT);
    }

    @Test
    void aCommitTakesEffectOnce() {
        inbox.accept(List.of(message("g", "a"), message("g", "b")), NOW);
        Claim claim = inbox.claim(1, LONG).getFirst();
        String opened = Codec.write(inbox.open(claim).event());
        Effects effects = new Effects(Map.of(), List.of(send("g", "1")),
                List.of(timer("g", "t", "1", NOW)), List.of(), List.of(), "dead");
        Call commit = CommitCall.of(journal, claim, opened, new TurnCommit(effects, null, null), "nonce",
                NOW);

        assertThat(scripts.list(commit).getFirst()).isEqualTo((long) Committed.MORE.ordinal());
        assertThat(scripts.list(commit).getFirst()).isEqualTo((long) Committed.MORE.ordinal());

        assertThat(inbox.open(claim).event()).isEqualTo(message("g", "b"));
        assertThat(inbox.fireTimers(NOW, 10)).isEqualTo(1);
        assertThat(scripts.redis().<Long>run(redis -> redis.xlen(keys.deadEvents()))).isEqualTo(1);
        assertThat(scripts.redis().<Long>run(redis -> redis.llen(keys.queue("g", LaneKind.MESSAGES, Priority.REPLY))))
                .isEqualTo(1);
    }

    @Test
    void anEntryIsAddedOnce() {
        long fence = outbox.lease("pump", LONG).getAsLong();
        outbox.add(send("g", "1"));
        assertThat(begin(fence)).contains(send("g", "1"));

        outbox.add(send("g", "1"));

        InHand.settle(outbox, fence, settlement(send("g", "1"), SettlementKind.GONE));
        assertThat(begin(fence)).isEmpty();
    }

    @Test
    void anEntryIsTakenInHandOnce() {
        outbox.add(send("g", "1"));
        outbox.add(send("g", "2"));
        long fence = outbox.lease("pump", LONG).getAsLong();
        Call begin = calls.begin(fence, "nonce", LaneKind.MESSAGES, NEXT);

        assertThat(scripts.text(begin)).contains(Codec.write(send("g", "1")));
        assertThat(scripts.text(begin)).contains(Codec.write(send("g", "1")));
    }

    @Test
    void whatWasTakenInHandIsPutBack() {
        outbox.add(send("g", "1"));
        outbox.add(send("g", "2"));
        long fence = outbox.lease("pump", LONG).getAsLong();
        scripts.text(calls.begin(fence, "nonce", LaneKind.MESSAGES, NEXT));

        scripts.number(calls.undo("nonce", LaneKind.MESSAGES, "g"));

        assertThat(outbox.due(LaneKind.MESSAGES, NOW, 10)).containsExactly(NEXT);
        assertThat(begin(fence)).contains(send("g", "1"));
    }

    @Test
    void whatACommitTookInHandIsPutBack() {
        long fence = outbox.lease("pump", LONG).getAsLong();
        inbox.accept(List.of(message("g", "a")), NOW);
        Claim claim = inbox.claim(1, LONG).getFirst();
        String opened = Codec.write(inbox.open(claim).event());
        Departure departure = new Departure(fence, LaneKind.MESSAGES, "g", NOW);
        Effects effects = Samples.sends(send("g", "1"));
        scripts.list(CommitCall.of(journal, claim, opened, new TurnCommit(effects, departure, null), "nonce",
                NOW));
        assertThat(outbox.inHand("g", "1")).isTrue();

        unfinished.add(calls.undo("nonce", LaneKind.MESSAGES, "g"));
        outbox.lease("pump", LONG);

        assertThat(outbox.inHand("g", "1")).isFalse();
        assertThat(begin(fence)).contains(send("g", "1"));
    }

    @Test
    void whatIsUndoneDoesNotHappenLater() {
        outbox.add(send("g", "1"));
        long fence = outbox.lease("pump", LONG).getAsLong();

        scripts.number(calls.undo("nonce", LaneKind.MESSAGES, "g"));

        assertThat(scripts.text(calls.begin(fence, "nonce", LaneKind.MESSAGES, NEXT))).isEmpty();
        assertThat(begin(fence)).contains(send("g", "1"));
    }

    @Test
    void anAttemptIsSettledOnceThoughTheNextIsUnderWay() {
        outbox.add(send("g", "1"));
        long fence = outbox.lease("pump", LONG).getAsLong();
        scripts.text(calls.begin(fence, "first", LaneKind.MESSAGES, NEXT));
        Call settle = journal.note(calls.settle(new Begun(send("g", "1"), fence, "first"),
                settlement(send("g", "1"), SettlementKind.AGAIN)), null);
        assertThat(scripts.number(settle)).isEqualTo(SettleResult.MORE.ordinal());
        scripts.text(calls.begin(fence, "second", LaneKind.MESSAGES, NEXT));

        assertThat(scripts.number(settle)).isZero();

        assertThat(outbox.inHand("g", "1")).isTrue();
    }

    @Test
    void anOperationIsWrittenDownOnce() {
        Send send = operation("g", "1");
        outbox.add(send);
        OperationStore operations = new RedisOperations(scripts, keys);
        Operation done = send.operation().orElseThrow()
                .with(new Operation.Status.Ended(State.DONE, null, Operation.Result.NONE));
        assertThat(operations.replace("g", PendingOperations.EMPTY, List.of(done), List.of(message("g", "a"))))
                .isTrue();

        outbox.add(send);
        assertThat(operations.replace("g", PendingOperations.EMPTY, List.of(done), List.of(message("g", "a"))))
                .isFalse();

        assertThat(operations.find(done.id())).contains(done);
        assertThat(scripts.redis().<Long>run(redis -> redis.llen(keys.mail("g")))).isEqualTo(1);
    }

    @Test
    void aFiredTimerFiresOnce() {
        inbox.startTimer(timer("g", "t", "1", NOW));
        Call fire = journal
                .bounds(new Call(Script.FIRE).keys(keys.timers(), keys.ready(), keys.claims(), keys.waiting()), NOW)
                .args(NOW.toEpochMilli(), "g").keyArg(keys.timers("g")).keyArg(keys.moments("g"))
                .keyArg(keys.mail("g")).args(1, "1", Codec.write(timer("g", "t", "1", NOW)), "{}", "", "");

        assertThat(scripts.number(fire)).isEqualTo(1);
        assertThat(scripts.number(fire)).isZero();
    }
}
