package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Event;

/** An inbox that a test can look into. Groups that are given back come again at once, whatever pause was asked for. */
public final class RecordingInbox extends ForwardingInbox {

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
        super(inbox);
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
        return super.accept(incoming, room, now);
    }

    @Override
    public CommitResult commit(Claim claim, Mail mail, TurnCommit commit, Instant now) {
        if (claimLost) {
            claimLost = false;
            return CommitResult.LOST;
        }
        effects.add(commit.effects());
        return super.commit(claim, mail, commit, now);
    }

    @Override
    public void giveBack(Claim claim, Duration pause, boolean failed, @Nullable JournalEntry note) {
        if (failed) {
            pauses.add(pause);
        }
        super.giveBack(claim, Duration.ZERO, failed, note);
    }

    @Override
    public void quarantine(String raw, String reason, Instant now) {
        quarantined.add(new Quarantined(raw, reason));
        super.quarantine(raw, reason, now);
    }
}
