package dev.tertulia;

import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;
import dev.tertulia.outbox.SendCounts;
import dev.tertulia.outbox.SendQueue;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.MailCounts;

/**
 * How much of a number's work waits. Beyond a bound its door is shut, until a fifth of that was done: Meta keeps what it
 * cannot deliver, so nothing is taken in that there is no room for. What is held or parked does not count, since only
 * an event that comes in by the door can set it free.
 */
public final class Backlog {

    private static final double RELIEVED = 0.8;

    private final String number;
    private final Inbox inbox;
    private final SendQueue outbox;
    private final BacklogSettings bounds;
    private final Journal journal;
    private volatile Seen seen = new Seen(new MailCounts(0, 0, 0), SendCounts.NONE);
    private volatile boolean full;
    private boolean looked;

    /** The sizes at the last count. */
    public record Seen(MailCounts mail, SendCounts sends) {}

    /** A backlog of which nothing is known before the first look. */
    public Backlog(String number, Inbox inbox, SendQueue outbox, BacklogSettings bounds, Journal journal) {
        this.number = number;
        this.inbox = inbox;
        this.outbox = outbox;
        this.bounds = bounds;
        this.journal = journal;
    }

    /** Counts what waits; call it about once a second. */
    public void look() {
        long overflowed = seen.mail().overflowed();
        boolean first = !looked;
        looked = true;
        seen = new Seen(inbox.counts(), outbox.counts());
        tellOverflow(first ? 0 : seen.mail().overflowed() - overflowed);
        long events = seen.mail().waiting();
        long sends = seen.sends().waiting();
        double filled = Math.max((double) events / bounds.events(), (double) sends / bounds.sends());
        if (!full && filled > 1) {
            full = true;
            record(Step.OVERLOADED, "deliveries are refused with 503 for now, Meta will deliver them again: " + events
                    + " events and " + sends + " sends wait, and " + bounds.events() + " and " + bounds.sends()
                    + " may; start more replicas or look for what is slow");
        } else if (full && filled <= RELIEVED) {
            full = false;
            record(Step.RELIEVED,
                    "deliveries are accepted again: " + events + " events and " + sends + " sends wait");
        }
    }

    private void tellOverflow(long events) {
        if (events > 0) {
            record(Step.OVERFLOWED,
                    events + " events became dead letters, because their groups' mailboxes held "
                            + Inbox.MOST_MAIL + " already; look for what is slow there, then retry them");
        }
    }

    private void record(Step step, String detail) {
        journal.record(new Journal.Entry(step, number, "", "webhook", detail));
    }

    /** Whether nothing more may come in. */
    public boolean full() {
        return full;
    }

    /** What was there at the last look. */
    public Seen seen() {
        return seen;
    }
}
