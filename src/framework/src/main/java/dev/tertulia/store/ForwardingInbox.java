package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** An inbox that forwards every call to another one. */
public abstract class ForwardingInbox implements Inbox {

    private final Inbox inbox;

    /** Forwards to this inbox. */
    protected ForwardingInbox(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Accepted accept(Incoming incoming, Room room, Instant now) {
        return inbox.accept(incoming, room, now);
    }

    @Override
    public List<Claim> claim(int atMost, Duration lease) {
        return inbox.claim(atMost, lease);
    }

    @Override
    public List<Claim> renew(List<Claim> claims, Duration lease) {
        return inbox.renew(claims, lease);
    }

    @Override
    public Mail open(Claim claim) {
        return inbox.open(claim);
    }

    @Override
    public CommitResult commit(Claim claim, Mail mail, TurnCommit commit, Instant now) {
        return inbox.commit(claim, mail, commit, now);
    }

    @Override
    public void giveBack(Claim claim, Duration pause, boolean failed, @Nullable JournalEntry note) {
        inbox.giveBack(claim, pause, failed, note);
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
    public List<WaitingMail> waiting(int atMost) {
        return inbox.waiting(atMost);
    }

    @Override
    public MailCounts counts() {
        return inbox.counts();
    }

    @Override
    public Optional<String> state(String group, String key) {
        return inbox.state(group, key);
    }

    @Override
    public Map<String, String> states(String group) {
        return inbox.states(group);
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
}
