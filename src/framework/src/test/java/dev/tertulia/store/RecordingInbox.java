package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;
import dev.tertulia.outbox.Departure;

/** An inbox that a test can look into. Groups that are given back come again at once, whatever pause was asked for. */
public final class RecordingInbox implements Inbox {

    private final Inbox inbox;
    private final List<Event> accepted = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<Effects> effects = new ArrayList<>();
    private @Nullable StoreUnavailable away;
    private boolean claimLost;

    /** Something that could not be read. */
    public record Quarantined(String raw, String reason) {}

    /** Records what goes into that inbox. */
    public RecordingInbox(Inbox inbox) {
        this.inbox = inbox;
    }

    /** From now on nothing can be stored. */
    public void goAway() {
        away = new StoreUnavailable("connection refused", new IllegalStateException());
    }

    /** The next claim turns out to be lost when its effects are written. */
    public void loseNextClaim() {
        claimLost = true;
    }

    /** Everything that was put in, seen before or not. */
    public List<Event> accepted() {
        return accepted;
    }

    /** What could not be read. */
    public List<Quarantined> quarantined() {
        return quarantined;
    }

    /** The pauses that were asked for after failures. */
    public List<Duration> pauses() {
        return pauses;
    }

    /** Why events went to the dead letters. */
    public List<String> deadLetters() {
        return effects.stream().map(Effects::deadLetter).filter(letter -> letter != null).toList();
    }

    /** What turns changed. */
    public List<Effects> effects() {
        return effects;
    }

    @Override
    public Accepted accept(Incoming incoming, Room room, Instant now) {
        if (away != null) {
            throw away;
        }
        accepted.addAll(incoming.events());
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
    public CommitResult commit(Claim claim, Effects changes, @Nullable Departure departure, Instant now) {
        if (claimLost) {
            claimLost = false;
            return CommitResult.LOST;
        }
        effects.add(changes);
        return inbox.commit(claim, changes, departure, now);
    }

    @Override
    public void giveBack(Claim claim, Duration pause, boolean failed) {
        if (failed) {
            pauses.add(pause);
        }
        inbox.giveBack(claim, Duration.ZERO, failed);
    }

    @Override
    public int fireTimers(Instant now, int atMost) {
        return inbox.fireTimers(now, atMost);
    }

    @Override
    public void quarantine(String raw, String reason, Instant now) {
        quarantined.add(new Quarantined(raw, reason));
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
