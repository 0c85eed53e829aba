package dev.tertulia.webhook;

import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.store.Accepted;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Incoming;

/**
 * The intake of one phone number's events.
 *
 * @param account the id of the business account that the number belongs to; {@code null} if it is not configured, so
 *        that news of any account concern the number
 * @param chats puts the events of one-to-one chats into the conversation of their person
 * @param full whether nothing more may come in for now
 * @param turns starts the turns of what is accepted
 */
public record Intake(String number, @Nullable String account, Inbox inbox, Reports reports, PrivateChats chats,
        BooleanSupplier full, TurnStarter turns) {

    private static final int ACCEPTED_AT_ONCE = 1_000;

    /** The intake of a number whose business account is not configured. */
    public Intake(String number, Inbox inbox, Reports reports, BooleanSupplier full, TurnStarter turns) {
        this(number, null, inbox, reports, PrivateChats.AS_TOLD, full, turns);
    }

    /**
     * The intake of a process that starts no turns itself.
     *
     * @param wake called after events were accepted
     */
    public Intake(String number, Inbox inbox, Reports reports, BooleanSupplier full, Runnable wake) {
        this(number, inbox, reports, full, TurnStarter.waking(wake));
    }

    /** The same intake with a business account. */
    public Intake of(@Nullable String businessAccount) {
        return new Intake(number, businessAccount, inbox, reports, chats, full, turns);
    }

    /** The same intake with private chats of known people. */
    public Intake with(PrivateChats privateChats) {
        return new Intake(number, account, inbox, reports, privateChats, full, turns);
    }

    boolean concernedBy(String businessAccount) {
        return account == null || account.equals(businessAccount);
    }

    /**
     * Accepts the events of one delivery: each goes into its mailbox once, and reports are settled. When this method
     * returns, everything is durable. If it throws, the delivery must be repeated.
     *
     * @return the number of events that were not seen before
     */
    public int accept(List<Event> events, Instant now) {
        int fresh = 0;
        for (int from = 0; from < events.size(); from += ACCEPTED_AT_ONCE) {
            fresh += acceptSome(events.subList(from, Math.min(events.size(), from + ACCEPTED_AT_ONCE)), now);
        }
        return fresh;
    }

    /** Settles duplicates again, because the process may have died after they were stored. */
    private int acceptSome(List<Event> accepted, Instant now) {
        List<Event> events = chats.placed(accepted);
        Reports.Batch batch = reports.of(events);
        Accepted result = inbox.accept(new Incoming(events, reports::needsTurn, batch.booking()), turns.room(), now);
        turns.start(result);
        List<Event> left = batch.settle(result.fresh());
        if (!left.isEmpty()) {
            turns.start(inbox.accept(Incoming.of(left), turns.room(), now));
        }
        return result.fresh().size();
    }
}
