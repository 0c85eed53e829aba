package dev.tertulia.memory;

import dev.tertulia.inbox.Inbox;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.window.Windows;

/** All that one phone number keeps, in memory. One lock makes every step atomic; a restart forgets everything. */
public final class MemoryStore {

    private final MemoryWindows windows = new MemoryWindows(this);
    private final MemoryOutbox outbox = new MemoryOutbox(this);
    private final MemoryInbox inbox = new MemoryInbox(this, windows, outbox);

    /** The mailboxes. */
    public Inbox inbox() {
        return inbox;
    }

    /** What waits to be sent. */
    public OutboxStore outbox() {
        return outbox;
    }

    /** The customer service windows. */
    public Windows windows() {
        return windows;
    }
}
