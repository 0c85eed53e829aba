package dev.tertulia.server.redis;

import dev.tertulia.broadcast.BroadcastStore;
import dev.tertulia.costs.Ledger;
import dev.tertulia.inbox.Inbox;
import dev.tertulia.inbox.Labels;
import dev.tertulia.operation.OperationStore;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.window.Windows;

/** All that one phone number keeps, in Redis. Every process that is given the same Redis shares it. */
public final class RedisStore {

    private final Inbox inbox;
    private final OutboxStore outbox;
    private final Windows windows;
    private final OperationStore operations;
    private final Ledger ledger;
    private final Scripts scripts;
    private final Keys keys;
    private final Labels labels;
    private final BroadcastStore broadcasts;

    /**
     * The stores of a number; opens nothing yet.
     *
     * @param number the phone number id
     */
    public RedisStore(RedisConnection redis, String number) {
        this.keys = new Keys(number);
        this.scripts = new Scripts(redis);
        this.inbox = new RedisInbox(redis, keys);
        this.outbox = new RedisOutbox(redis, keys);
        this.windows = new RedisWindows(redis, keys);
        this.operations = new RedisOperations(scripts, keys);
        this.ledger = new RedisLedger(scripts, keys);
        this.labels = new RedisLabels(scripts, keys);
        this.broadcasts = new RedisBroadcasts(scripts, keys);
    }

    /**
     * Writes a little, as everything that this store is for does.
     *
     * @throws dev.tertulia.inbox.StoreAway when that cannot be done, with what is wrong and what to do about it
     */
    public void probe() {
        scripts.number(new Call(Script.PROBE).keys(keys.probe()));
    }

    /** The mailboxes. */
    public Inbox inbox() {
        return inbox;
    }

    /** What waits to be sent. */
    public OutboxStore outbox() {
        return outbox;
    }

    /** What was asked of WhatsApp and is answered later. */
    public OperationStore operations() {
        return operations;
    }

    /** The customer service windows. */
    public Windows windows() {
        return windows;
    }

    /** The labels of groups. */
    public Labels labels() {
        return labels;
    }

    /** The broadcasts. */
    public BroadcastStore broadcasts() {
        return broadcasts;
    }

    /** What deliveries cost. */
    public Ledger ledger() {
        return ledger;
    }
}
