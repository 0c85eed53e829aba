package dev.tertulia.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.store.Inbox;

/**
 * Where the events of one phone number come in.
 *
 * @param account the id of the business account that the number belongs to; {@code null} if it is not configured, so that
 *                news of any account concern the number
 * @param chats   puts the events of one-to-one chats into the conversation of their person
 * @param full    whether nothing more may come in for now
 * @param wake    called when there is something new in a mailbox
 */
public record Intake(String number, @Nullable String account, Inbox inbox, Reports reports, PrivateChats chats,
        BooleanSupplier full, Runnable wake) {

    private static final int ACCEPTED_AT_ONCE = 1_000;

    /** The intake of a number whose business account is not configured. */
    public Intake(String number, Inbox inbox, Reports reports, BooleanSupplier full, Runnable wake) {
        this(number, null, inbox, reports, PrivateChats.AS_TOLD, full, wake);
    }

    /** The same, with a business account. */
    public Intake of(@Nullable String businessAccount) {
        return new Intake(number, businessAccount, inbox, reports, chats, full, wake);
    }

    /** The same, with the one-to-one chats of people who are known. */
    public Intake with(PrivateChats privateChats) {
        return new Intake(number, account, inbox, reports, privateChats, full, wake);
    }

    boolean concernedBy(String businessAccount) {
        return account == null || account.equals(businessAccount);
    }

    /**
     * Accepts events of one delivery: each goes into its group's mailbox once, and reports are settled. When this
     * returns, all of it is durable; when it throws, the delivery has to come again.
     *
     * @return the number of events that were not seen before
     */
    public int accept(List<Event> events, Instant now) {
        int fresh = 0;
        for (int from = 0; from < events.size(); from += ACCEPTED_AT_ONCE) {
            fresh += acceptSome(events.subList(from, Math.min(events.size(), from + ACCEPTED_AT_ONCE)), now);
        }
        wake.run();
        return fresh;
    }

    /** What was seen before is settled again, since the process may have died right after it was written down. */
    private int acceptSome(List<Event> accepted, Instant now) {
        List<Event> events = chats.placed(accepted);
        Collection<Event> fresh = inbox.accept(events, reports::needsTurn, now);
        List<Event> left = reports.settle(events, fresh);
        if (!left.isEmpty()) {
            inbox.accept(left, now);
        }
        return fresh.size();
    }
}
