package dev.tertulia.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.tertulia.message.Event;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Incoming;
import dev.tertulia.store.Room;

/**
 * Writes a delivery down as one call. What was seen is remembered by span of the calendar, until the span after it
 * has ended too.
 *
 * @param stored each event as its mailbox keeps it, empty if it goes into none
 */
record AcceptCall(Call call, List<String> stored) {

    private static final Duration SPAN = Inbox.SEEN_FOR;
    /** A busy group's sets, so many that all stay small enough for the compact form: 32,000 events a span. */
    private static final int SHARES = 64;
    private static final String MAILBOX_FULL = Codec.write(Inbox.MAILBOX_FULL);
    private static final Duration WINDOW_REMEMBERED = Duration.ofDays(30);

    static AcceptCall of(JournalCalls journal, Incoming incoming, Room room, Instant now) {
        Keys keys = journal.keys();
        long span = now.getEpochSecond() / SPAN.toSeconds();
        long forgetsAt = (span + 2) * SPAN.toMillis();
        Call call = journal.bounds(new Call(Script.ACCEPT)
                .keys(keys.windows(), keys.ready(), keys.claims(), keys.waiting(), keys.deadEvents(),
                        keys.tokens(), keys.attempts(), keys.lastToken(), keys.parked()),
                now)
                .args(now.minus(WINDOW_REMEMBERED).toEpochMilli(), forgetsAt - now.toEpochMilli(), Inbox.MOST_MAIL,
                        DeadLetterText.start(MAILBOX_FULL, now), room.groups(), RedisInbox.micros(room.lease()),
                        keys.number());
        RedisLedger.booked(call, new LedgerKeys(keys), incoming.booking());
        List<String> stored = new ArrayList<>();
        for (Event event : incoming.events()) {
            String group = event.group();
            long fingerprint = Fingerprint.of(event.origin().key());
            long share = fingerprint % SHARES;
            call.args(group, fingerprint);
            call.keyArg(keys.seen(group, span)).keyArg(keys.seen(group, span, share));
            call.keyArg(keys.seen(group, span - 1)).keyArg(keys.seen(group, span - 1, share));
            boolean posted = incoming.posted().test(event);
            opened(call.keyArg(keys.mail(group)), keys, group, posted && room.groups() > 0);
            stored.add(posted ? Codec.write(event) : "");
            call.args(RedisWindows.shutsAt(event, now).<Object>map(Instant::toEpochMilli).orElse(""), stored.getLast());
            journal.accepted(call, event, now);
        }
        return new AcceptCall(call, stored);
    }

    /** The keys that only a group that may be claimed needs. */
    private static void opened(Call call, Keys keys, String group, boolean claimable) {
        if (claimable) {
            call.keyArg(keys.state(group)).keyArg(keys.held(group));
        } else {
            call.args(0, 0);
        }
    }
}
