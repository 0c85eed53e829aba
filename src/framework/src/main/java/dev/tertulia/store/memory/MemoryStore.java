package dev.tertulia.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.costs.Ledger;
import dev.tertulia.message.Event;
import dev.tertulia.operation.OperationStore;
import dev.tertulia.outbox.OutboxStore;
import dev.tertulia.store.BroadcastStore;
import dev.tertulia.store.DeadLetterStore;
import dev.tertulia.store.EventJournal;
import dev.tertulia.store.Fleet;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Labels;
import dev.tertulia.store.PeopleDirectory;
import dev.tertulia.store.Stores;
import dev.tertulia.store.Tags;
import dev.tertulia.window.Windows;

/** The stores of one phone number in memory. One lock makes every step atomic. Nothing survives a restart. */
public final class MemoryStore {

    private final MemoryWindows windows = new MemoryWindows(this);
    private final MemoryOperations operations = new MemoryOperations(this, this::post);
    private final MemoryBroadcasts broadcasts = new MemoryBroadcasts(this);
    private final MemoryJournal journal;
    private final MemoryOutbox outbox;
    private final MemoryLedger ledger = new MemoryLedger(this);
    private final MemoryLabels labels = new MemoryLabels(this);
    private final MemoryInbox inbox;
    private final MemoryDeadLetters deadLetters;
    private final Fleet fleet;
    private final MemoryTags tags = new MemoryTags(this);
    private final MemoryDirectory people = new MemoryDirectory(this);

    /** The store of a number that has no id, for events that need none. */
    public MemoryStore() {
        this("");
    }

    /** The store of a phone number, by its id. */
    public MemoryStore(String number) {
        this(number, EventJournal.Limits.USUAL);
    }

    /** The store of a phone number with a journal of these bounds. */
    public MemoryStore(String number, EventJournal.Limits limits) {
        this.journal = new MemoryJournal(this, limits);
        this.outbox = new MemoryOutbox(this, operations, broadcasts, journal);
        this.inbox = new MemoryInbox(number, this, windows, outbox, new MemoryInbox.Beside(labels, ledger, journal));
        this.deadLetters = new MemoryDeadLetters(inbox, outbox);
        this.fleet = new Fleet(new MemoryCounters(number, this), new MemoryLogs(number, this));
    }

    private void post(Event event) {
        inbox.post(event);
    }

    /** All stores, for a line. */
    public Stores stores() {
        return new Stores(inbox, outbox, windows, operations, ledger, labels, broadcasts, deadLetters, people, tags,
                fleet, this::untilDue, journal);
    }

    private Optional<Duration> untilDue(Instant now) {
        synchronized (this) {
            boolean inProgress = inbox.counts().waiting() > 0 || outbox.counts().apart().inHand() > 0
                    || !broadcasts.active().isEmpty();
            return inProgress
                    ? Optional.of(Duration.ZERO)
                    : moments().min(Comparator.naturalOrder()).map(due -> Duration.between(now, due));
        }
    }

    /** Whether something is due by then that is not in progress. */
    public boolean isDue(Instant moment) {
        synchronized (this) {
            return moments().anyMatch(due -> !due.isAfter(moment));
        }
    }

    private Stream<Instant> moments() {
        return Stream.of(inbox.moments(), outbox.moments(), operations.moments()).flatMap(some -> some);
    }

    /** The next moment after that one at which something is due: a timer, a send, the end of a hold or of a wait. */
    public Optional<Instant> dueAfter(Instant moment) {
        synchronized (this) {
            return moments().filter(due -> due.isAfter(moment)).min(Comparator.naturalOrder());
        }
    }

    /** The mailboxes. */
    public Inbox inbox() {
        return inbox;
    }

    /** The outbox. */
    public OutboxStore outbox() {
        return outbox;
    }

    MemoryOutbox outboxInMemory() {
        return outbox;
    }

    /** The broadcasts. */
    public BroadcastStore broadcasts() {
        return broadcasts;
    }

    /** The pending operations. */
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

    /** The ledger of costs. */
    public Ledger ledger() {
        return ledger;
    }

    /** The dead letters. */
    public DeadLetterStore deadLetters() {
        return deadLetters;
    }

    /** The journal of events. */
    public EventJournal journal() {
        return journal;
    }

    /** The counters and logs of bots. */
    public Fleet fleet() {
        return fleet;
    }

    /** The tagged messages. */
    public Tags tags() {
        return tags;
    }

    /** The directory of people. */
    public PeopleDirectory people() {
        return people;
    }
}
