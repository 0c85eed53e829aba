package dev.tertulia.server.redis;

import dev.tertulia.costs.Ledger;
import dev.tertulia.inbox.Inbox;
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

    /**
     * The stores of a number; opens nothing yet.
     *
     * @param number the phone number id
     */
    public RedisStore(RedisConnection redis, String number) {
        Keys keys = new Keys(number);
        this.inbox = new RedisInbox(redis, keys);
        this.outbox = new RedisOutbox(redis, keys);
        this.windows = new RedisWindows(redis, keys);
        this.operations = new RedisOperations(new Scripts(redis), keys);
        this.ledger = new RedisLedger(new Scripts(redis), keys);
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

    /** What deliveries cost. */
    public Ledger ledger() {
        return ledger;
    }
}
