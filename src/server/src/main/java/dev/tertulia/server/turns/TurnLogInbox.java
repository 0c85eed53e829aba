package dev.tertulia.server.turns;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.outbox.Departure;
import dev.tertulia.store.Accepted;
import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.Claim;
import dev.tertulia.store.CommitResult;
import dev.tertulia.store.Effects;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Incoming;
import dev.tertulia.store.Mail;
import dev.tertulia.store.MailCounts;
import dev.tertulia.store.Room;
import dev.tertulia.store.StartTimer;
import dev.tertulia.store.WaitingMail;

/** An inbox that records in the turn log what each turn found and what it changed. */
final class TurnLogInbox implements Inbox {

    private final Inbox inbox;
    private final TurnLog log;
    private final Map<Claim, Mail> inHand = new ConcurrentHashMap<>();

    TurnLogInbox(Inbox inbox, TurnLog log) {
        this.inbox = inbox;
        this.log = log;
    }

    @Override
    public Mail open(Claim claim) {
        Mail mail = inbox.open(claim);
        inHand.put(claim, mail);
        return mail;
    }

    /** Records before it commits, because an answer must be known before it is sent. */
    @Override
    public CommitResult commit(Claim claim, Effects effects, @Nullable Departure departure, Instant now) {
        Mail mail = inHand.remove(claim);
        Event event = mail == null ? null : mail.event();
        if (event != null) {
            log.changed(event, mail.state(), effects);
        }
        CommitResult result = inbox.commit(claim, effects, departure, now);
        if (result.next() != null) {
            inHand.put(claim, result.next());
        }
        return result;
    }

    @Override
    public void giveBack(Claim claim, Duration pause, boolean failed) {
        inHand.remove(claim);
        inbox.giveBack(claim, pause, failed);
    }

    @Override
    public Accepted accept(Incoming incoming, Room room, Instant now) {
        Accepted accepted = inbox.accept(incoming, room, now);
        accepted.claimed().forEach(claimed -> inHand.put(claimed.claim(), claimed.mail()));
        return accepted;
    }

    @Override
    public List<Claim> claim(int atMost, Duration lease) {
        return inbox.claim(atMost, lease);
    }

    @Override
    public List<Claim> renew(List<Claim> claims, Duration lease) {
        List<Claim> lost = inbox.renew(claims, lease);
        lost.forEach(inHand::remove);
        return lost;
    }

    @Override
    public int fireTimers(Instant now, int atMost) {
        return inbox.fireTimers(now, atMost);
    }

    @Override
    public void quarantine(String raw, String reason, Instant now) {
        inbox.quarantine(raw, reason, now);
    }

    @Override
    public Optional<String> state(String group, String key) {
        return inbox.state(group, key);
    }

    @Override
    public void startTimer(StartTimer timer) {
        inbox.startTimer(timer);
    }

    @Override
    public List<StartTimer> timers(String group) {
        return inbox.timers(group);
    }

    @Override
    public int countTimers(String group) {
        return inbox.countTimers(group);
    }

    @Override
    public void cancelTimers(CancelTimers timers) {
        inbox.cancelTimers(timers);
    }

    @Override
    public List<WaitingMail> waiting(int atMost) {
        return inbox.waiting(atMost);
    }

    @Override
    public MailCounts counts() {
        return inbox.counts();
    }
}
