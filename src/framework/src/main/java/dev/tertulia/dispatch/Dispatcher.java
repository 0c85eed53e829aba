package dev.tertulia.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

import dev.tertulia.handler.Handlers;
import dev.tertulia.journal.FailureText;
import dev.tertulia.journal.Step;
import dev.tertulia.number.NumberContext;
import dev.tertulia.number.Wakeups;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.store.Accepted;
import dev.tertulia.store.Claim;
import dev.tertulia.store.ClaimedMail;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Mail;
import dev.tertulia.store.Room;
import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.turn.TurnFactory;
import dev.tertulia.turn.TurnSettings;
import dev.tertulia.webhook.TurnStarter;

/**
 * Claims groups that have mail and lets their events be handled: one at a time in a group, groups side by side. What
 * a turn wants is committed together with taking its event off the mailbox, or not at all.
 */
public final class Dispatcher implements TurnStarter {

    /** How long a claim lasts without being renewed: after that another replica takes the group over. */
    public static final Duration LEASE = Duration.ofSeconds(8);

    private static final int MOST_GROUPS = 256;

    private final NumberContext number;
    private final Inbox inbox;
    private final Wakeups wakeups;
    private final EventTurns turns;
    private final Set<Claim> inHand = ConcurrentHashMap.newKeySet();
    /** Claims that are no longer processed but not given back yet. */
    private final Queue<Claim> adrift = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Executor direct;
    private volatile boolean stopping;

    /** The parts that run turns. */
    record Turns(Handlers handlers, HandlerCalls calls, TurnFactory factory, TurnSettings settings) {}

    Dispatcher(NumberContext number, Inbox inbox, Outbox outbox, Turns turns, Wakeups wakeups) {
        this.number = number;
        this.inbox = inbox;
        this.wakeups = wakeups;
        this.turns = new EventTurns(number, inbox, outbox, turns, wakeups, () -> stopping);
    }

    /**
     * Starts work on groups that have mail.
     *
     * @param executor runs a group until its mailbox is empty; a virtual thread each, or the caller itself in tests
     * @return how many groups were started
     */
    public int dispatch(Executor executor) {
        int room = MOST_GROUPS - inHand.size();
        if (room <= 0 || stopping) {
            return 0;
        }
        List<Claim> claims = inbox.claim(room, LEASE);
        claims.forEach(claim -> begin(claim, null, executor));
        return claims.size();
    }

    /**
     * Starts turns in the step that accepts events, from now on.
     *
     * @param executor runs a group until its mailbox is empty
     */
    public void startDirectly(Executor executor) {
        direct = executor;
    }

    @Override
    public Room room() {
        return stopping || direct == null ? Room.NONE : new Room(Math.max(0, MOST_GROUPS - inHand.size()), LEASE);
    }

    @Override
    public void start(Accepted accepted) {
        accepted.claimed().forEach(this::startOrGiveBack);
        if (accepted.waiting()) {
            wakeups.mail().run();
        }
    }

    /** What was accepted is safe, so a process that stops meanwhile only gives the claim back. */
    private void startOrGiveBack(ClaimedMail claimed) {
        try {
            begin(claimed.claim(), claimed.mail(), Objects.requireNonNull(direct));
        } catch (RejectedExecutionException stops) {
            note(Step.WAITING, claimed.claim().group(), "", "this process stops: another one handles the event");
        }
    }

    /**
     * A claim without a worker must not be kept.
     *
     * @param first the next event if it was opened; else {@code null}
     */
    private void begin(Claim claim, @Nullable Mail first, Executor executor) {
        inHand.add(claim);
        if (claim.takenOver()) {
            note(Step.TAKEN_OVER, claim.group(), "",
                    "its claim had expired: the previous replica died, stalled or could not reach the store");
        }
        try {
            executor.execute(() -> work(claim, first));
        } catch (RuntimeException | Error none) {
            inHand.remove(claim);
            adrift.add(claim);
            throw none;
        }
    }

    /** Keeps what is in hand; call it several times within {@link #LEASE}. */
    public void renew() {
        for (Claim claim = adrift.peek(); claim != null; claim = adrift.peek()) {
            inbox.giveBack(claim, Duration.ZERO, false);
            adrift.remove(claim);
        }
        if (!inHand.isEmpty()) {
            inbox.renew(List.copyOf(inHand), LEASE).forEach(inHand::remove);
        }
    }

    /** Claims nothing from now on; what is in hand is given to other replicas after its present turn. */
    public void stop() {
        stopping = true;
    }

    /** How many groups are being worked on. */
    public int inHand() {
        return inHand.size();
    }

    private void work(Claim claim, @Nullable Mail first) {
        try {
            Mail next = turns.handle(claim, first == null ? inbox.open(claim) : first);
            while (next != null && !stopping) {
                next = turns.handle(claim, next);
            }
            if (next != null) {
                inbox.giveBack(claim, Duration.ZERO, false);
            }
        } catch (StoreUnavailable away) {
            adrift.add(claim);
            note(Step.STORE_AWAY, claim.group(), "",
                    "the claim expires, and the group is claimed again: " + away.getMessage());
        } catch (RuntimeException | Error e) {
            note(Step.RETRIED, claim.group(), "",
                    "its turn was interrupted, and begins again when the claim has expired: "
                            + FailureText.withoutWords(e));
        } finally {
            boolean wasFull = inHand.size() >= MOST_GROUPS;
            inHand.remove(claim);
            if (wasFull) {
                wakeups.mail().run();
            }
        }
    }

    private void note(Step step, String group, String subject, String detail) {
        number.journal().record(step, group, subject, detail);
    }
}
