package dev.tertulia.redis;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.lettuce.core.KeyValue;
import io.lettuce.core.Range;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.outbox.Begun;
import dev.tertulia.outbox.BlockedUntil;
import dev.tertulia.outbox.DueQueue;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendCounts;
import dev.tertulia.outbox.SendQueue.SettleResult;
import dev.tertulia.outbox.Settlement;
import dev.tertulia.outbox.WaitingSend;
import dev.tertulia.store.JournalEntries;
import dev.tertulia.throttle.LaneKind;

/** The outbox in Redis. The pump's lease runs by Redis' clock; the pump itself says when a group is looked at. */
final class RedisOutbox implements OutboxStore {

    private static final Logger LOG = LoggerFactory.getLogger(RedisOutbox.class);

    private final Scripts scripts;
    private final Keys keys;
    private final OutboxCalls calls;
    private final JournalCalls journal;
    private final Unfinished unfinished;

    RedisOutbox(Scripts scripts, JournalCalls journal, Unfinished unfinished) {
        this.scripts = scripts;
        this.keys = journal.keys();
        this.journal = journal;
        this.calls = new OutboxCalls(keys);
        this.unfinished = unfinished;
    }

    @Override
    public OptionalLong lease(String owner, long held, Duration length) {
        unfinished.finish();
        return scripts
                .numberIfAny(
                        new Call(Script.LEASE).keys(keys.lease(), keys.fence(), keys.rested()).args(owner,
                                length.toMillis(), held))
                .map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    @Override
    public void release(long fence) {
        scripts.number(new Call(Script.RELEASE).keys(keys.lease()).args(fence, keys.number()));
    }

    @Override
    public void rest(long fence) {
        scripts.number(new Call(Script.REST).keys(keys.lease(), keys.rested()).args(fence));
    }

    @Override
    public boolean afterRest(long fence) {
        return ("+" + fence).equals(scripts.redis().run(commands -> commands.get(keys.rested())));
    }

    @Override
    public List<Begun> interrupted(long fence) {
        return scripts.list(new Call(Script.INTERRUPTED).keys(keys.inHand(), keys.fence()).args(fence)).stream()
                .flatMap(json -> read((String) json).stream()).map(send -> new Begun(send, fence, "")).toList();
    }

    @Override
    public List<DueQueue> due(LaneKind lane, Instant now, int atMost) {
        Call call = new Call(Script.DUE).args(now.toEpochMilli(), atMost);
        Stream.of(Priority.values()).forEach(priority -> call.keys(keys.due(lane, priority)));
        List<@Nullable Object> found = scripts.list(call);
        List<DueQueue> due = new ArrayList<>();
        for (int i = 0; i < found.size(); i += 2) {
            int rank = ((Long) found.get(i)).intValue();
            due.add(new DueQueue((String) found.get(i + 1), Priority.values()[rank - 1]));
        }
        return due;
    }

    @Override
    public Optional<Begun> begin(long fence, LaneKind lane, DueQueue due) {
        String nonce = OutboxCalls.nonce();
        try {
            return scripts.text(calls.begin(fence, nonce, lane, due)).flatMap(RedisOutbox::read)
                    .map(send -> new Begun(send, fence, nonce));
        } catch (RuntimeException | Error e) {
            unfinished.add(calls.undo(nonce, lane, due.group()));
            throw e;
        }
    }

    /** An entry that this version cannot read stays in hand until a version takes over that can. */
    static Optional<Send> read(String json) {
        try {
            return Optional.of(Codec.read(json, Send.class));
        } catch (UncheckedIOException e) {
            LOG.error("an entry of the outbox waits for a version of this program that can read it ({})",
                    e.getCause().getClass().getSimpleName());
            return Optional.empty();
        }
    }

    @Override
    public void putBack(Begun begun) {
        unfinished.number(calls.undo(begun.token(), begun.send().lane(), begun.send().group()));
    }

    @Override
    public SettleResult settle(Begun begun, Settlement settlement) {
        return SettleResult.values()[(int) unfinished
                .number(journal.note(calls.settle(begun, settlement), JournalEntries.settled(settlement)))];
    }

    @Override
    public boolean confirm(String group, String sendId, String messageId, Instant now) {
        return scripts.number(journal.note(calls.confirm(group, sendId, messageId, now),
                JournalEntries.confirmed(group, sendId, messageId, now))) == 1;
    }

    @Override
    public boolean confirmed(String sendId) {
        return scripts.redis().run(commands -> commands.exists(keys.confirmed(sendId))) == 1;
    }

    @Override
    public boolean inHand(String group, String sendId) {
        String[] slots = Stream.of(LaneKind.values()).map(lane -> OutboxCalls.slot(lane, group)).toArray(String[]::new);
        return scripts.redis().run(commands -> commands.hmget(keys.inHand(), slots)).stream().filter(KeyValue::hasValue)
                .map(held -> held.getValue().split("\n", 4)[3]) // see outbox.lua
                .flatMap(json -> read(json).stream())
                .anyMatch(send -> send.id().equals(sendId));
    }

    @Override
    public Optional<Send> findSent(String group, @Nullable String sendId, String messageId) {
        return Optional.ofNullable(sendId)
                .or(() -> Optional.ofNullable(scripts.redis().run(commands -> commands.get(keys.message(messageId)))))
                .flatMap(id -> scripts.text(new Call(Script.FIND).keys(keys.sent(id), keys.unknown()).args(id)))
                .flatMap(RedisOutbox::read);
    }

    @Override
    public Map<String, Send> sent(Collection<String> sendIds) {
        String[] names = sendIds.stream().map(keys::sent).toArray(String[]::new);
        return scripts.redis().run(commands -> commands.mget(names)).stream().filter(KeyValue::hasValue)
                .flatMap(found -> read(found.getValue()).stream())
                .collect(Collectors.toMap(Send::id, send -> send, (one, same) -> one));
    }

    @Override
    public boolean resettle(Settlement settlement) {
        return scripts.number(journal.note(calls.resettle(settlement), JournalEntries.settled(settlement))) == 1;
    }

    @Override
    public int releaseHeld(String group, Instant now) {
        return (int) scripts.number(calls.of(Script.UNHOLD, group).args(group, now.toEpochMilli()));
    }

    @Override
    public long countHeld(String group) {
        return scripts.redis().<Long>run(commands -> commands.llen(keys.held(group)));
    }

    @Override
    public List<String> holdsEnded(Instant now) {
        Range<Long> past = Range.create(0L, now.toEpochMilli());
        return scripts.redis().run(commands -> commands.zrangebyscore(keys.held(), past)).stream()
                .map(HeldQueue::group).distinct().toList();
    }

    @Override
    public void unpark(String group, BlockedUntil reason, Instant now) {
        scripts.number(calls.of(Script.UNPARK, group).args(group, reason, now.toEpochMilli()));
    }

    @Override
    public List<WaitingSend> waiting(int atMost) {
        List<String> queues = scripts.redis().run(commands -> commands.zrange(keys.firsts(), 0, atMost - 1L));
        return WaitingWork.sends(scripts, keys, queues);
    }

    @Override
    public SendCounts counts() {
        return Counted.sends(scripts, keys);
    }

    @Override
    public boolean stopped(String broadcast) {
        return scripts.redis().run(commands -> commands.hexists(keys.broadcast(broadcast), RedisBroadcasts.STOPPED));
    }

    @Override
    public void add(Send send) {
        scripts.number(calls.add(send));
    }
}
