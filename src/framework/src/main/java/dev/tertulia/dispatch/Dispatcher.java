package dev.tertulia.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

import dev.tertulia.handler.Handlers;
import dev.tertulia.journal.FailureText;
import dev.tertulia.journal.Journal.Ending;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.number.NumberContext;
import dev.tertulia.number.Wakeups;
import dev.tertulia.outbox.DirectSend;
import dev.tertulia.outbox.NotSettledYet;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.store.Accepted;
import dev.tertulia.store.Claim;
import dev.tertulia.store.ClaimedMail;
import dev.tertulia.store.CommitResult;
import dev.tertulia.store.Effects;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Inbox.Committed;
import dev.tertulia.store.Mail;
import dev.tertulia.store.Room;
import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.turn.ReportSettler;
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
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration BUSY = Duration.ofMillis(500);
    private static final int RETRY_FACTOR = 4;

    private final NumberContext number;
    private final Inbox inbox;
    private final Outbox outbox;
    private final TurnSettings settings;
    private final Wakeups wakeups;
    private final Stages stages;
    private final FailedEvents failures;
    private final Set<Claim> inHand = ConcurrentHashMap.newKeySet();
    /** Not worked on any more, and not given back yet. */
    private final Queue<Claim> adrift = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Executor direct;
    private volatile boolean stopping;

    /** What turns are made of. */
    record Turns(Handlers handlers, HandlerCalls calls, TurnFactory factory, TurnSettings settings) {}

    Dispatcher(NumberContext number, Inbox inbox, Outbox outbox, Turns turns, Wakeups wakeups) {
        this.number = number;
        this.inbox = inbox;
        this.outbox = outbox;
        this.settings = turns.settings();
        this.wakeups = wakeups;
        this.stages = new Stages(outbox, turns);
        this.failures = new FailedEvents(turns);
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
        for (Claim claim : claims) {
            inHand.add(claim);
            if (claim.takenOver()) {
                note(Step.TAKEN_OVER, claim.group(), "",
                        "its claim had run out: the replica before died, stalled or did not reach the store");
            }
            start(claim, null, executor);
        }
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
        for (ClaimedMail claimed : accepted.claimed()) {
            inHand.add(claimed.claim());
            start(claimed.claim(), claimed.mail(), Objects.requireNonNull(direct));
        }
        if (accepted.waiting()) {
            wakeups.mail().run();
        }
    }

    /**
     * A claim that nobody works on must not be kept.
     *
     * @param first the next event if it was opened; else {@code null}
     */
    private void start(Claim claim, @Nullable Mail first, Executor executor) {
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
            Mail next = handle(claim, first == null ? inbox.open(claim) : first);
            while (next != null && !stopping) {
                next = handle(claim, next);
            }
            if (next != null) {
                inbox.giveBack(claim, Duration.ZERO, false);
            }
        } catch (StoreUnavailable away) {
            adrift.add(claim);
            note(Step.STORE_AWAY, claim.group(), "", "the claim runs out and is taken again: " + away.getMessage());
        } catch (RuntimeException | Error e) {
            note(Step.RETRIED, claim.group(), "", "its turn broke off, and begins again when the claim has run out: "
                    + FailureText.withoutWords(e));
        } finally {
            inHand.remove(claim);
        }
    }

    /**
     * An event in hand.
     *
     * @param begun by {@link System#nanoTime}
     */
    private record ClaimedEvent(Claim claim, EventContext inHand, long begun) {

        Event event() {
            return inHand.accepted();
        }

        Mail mail() {
            return inHand.mail();
        }
    }

    /** Handles one event. Returns the next one, or {@code null} if the claim does not go on. */
    private @Nullable Mail handle(Claim claim, Mail mail) {
        long begun = System.nanoTime();
        Event event = mail.event();
        if (event == null) {
            return inbox.commit(claim, Effects.NONE, null, number.now()).next();
        }
        ClaimedEvent taken = new ClaimedEvent(claim, new EventContext(event, mail), begun);
        if (mail.attempts() >= settings.attempts()) {
            return bury(taken, new HandlerFailed(failures.firstAsked(event), new AttemptsAbandoned(mail.attempts())));
        }
        try {
            if (mail.attempts() == 0) {
                AccountAlerts.of(event, number.number()).ifPresent(number.journal().journal()::record);
            }
            stages.run(taken.inHand());
            return commit(taken);
        } catch (NotSettledYet early) {
            inbox.giveBack(claim, SOON, false);
            return null;
        } catch (NoFreeThread busy) {
            inbox.giveBack(claim, BUSY, false);
            return null;
        } catch (HandlerFailed failed) {
            if (stopping && failed.getCause() instanceof InterruptedException) {
                return mail; // nobody's fault: the next replica starts anew
            }
            return failed(taken, failed);
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException | Error poison) {
            return failed(taken, new HandlerFailed("the line itself", poison));
        }
    }

    private @Nullable Mail commit(ClaimedEvent taken) {
        Effects effects = taken.inHand().effects();
        String handlers = String.join(", ", taken.inHand().handlers());
        return handlers.isEmpty()
                ? commit(taken, effects, new Ending(Step.UNHANDLED, "", null), ReportSettler.describe(taken.event()))
                : commit(taken, effects, new Ending(Step.HANDLED, handlers, null), handlers);
    }

    private @Nullable Mail commit(ClaimedEvent taken, Effects effects, Ending ending, String detail) {
        CommitResult result = store(taken.claim(), effects);
        if (result.committed() == Committed.LOST) {
            over(taken, new Ending(Step.LOST_CLAIM, ending.handlers(), null), "its effects were not written");
        } else {
            over(taken, ending, detail);
        }
        if (AccountAlerts.concern(taken.event())) {
            outbox.accountChanged();
        }
        return result.next();
    }

    /** Stores the effects. Their first entry leaves at once if it may; the pump is told of any other. */
    private CommitResult store(Claim claim, Effects effects) {
        try (DirectSend direct = directSend(claim.group(), effects)) {
            CommitResult result = inbox.commit(claim, effects, direct.departure(), number.now());
            direct.start(result.begun());
            if (effects.sends().size() > (result.begun() == null ? 0 : 1)) {
                wakeups.sends().run();
            }
            return result;
        }
    }

    private DirectSend directSend(String group, Effects effects) {
        return effects.sends().stream().filter(send -> send.group().equals(group)).findFirst()
                .map(send -> outbox.pump().direct(send.lane(), group)).orElse(DirectSend.NONE);
    }

    private @Nullable Mail failed(ClaimedEvent taken, HandlerFailed failed) {
        int before = taken.mail().attempts();
        if (failed.isFinal() || before + 1 >= settings.attempts()) {
            return bury(taken, failed);
        }
        over(taken, ending(Step.RETRIED, failed), failed.withoutWords());
        Duration pause = settings.firstRetry().multipliedBy((long) Math.pow(RETRY_FACTOR, before));
        inbox.giveBack(taken.claim(), pause, true);
        return null;
    }

    private @Nullable Mail bury(ClaimedEvent taken, HandlerFailed failed) {
        return commit(taken, lastEffects(taken, failed), ending(Step.DEAD, failed),
                failed.withoutWords() + "; the dead letter tells more");
    }

    /** Nobody is told who was told before and came to no end. */
    private Effects lastEffects(ClaimedEvent taken, HandlerFailed failed) {
        int attempts = taken.mail().attempts() + 1;
        if (attempts > settings.attempts() + 1) {
            return Effects.deadLetter(String.valueOf(failed.getMessage()));
        }
        try {
            return failures.effects(taken.inHand(), failed, attempts);
        } catch (StoreUnavailable away) {
            throw away;
        } catch (RuntimeException | Error again) {
            failed.also(again);
            return Effects.deadLetter(String.valueOf(failed.getMessage()));
        }
    }

    private static Ending ending(Step step, HandlerFailed failed) {
        return new Ending(step, failed.handler(), failed.getCause());
    }

    private void over(ClaimedEvent taken, Ending ending, String detail) {
        number.journal().over(taken.event(), ending, detail, Duration.ofNanos(System.nanoTime() - taken.begun()));
    }

    private void note(Step step, String group, String subject, String detail) {
        number.journal().record(step, group, subject, detail);
    }
}
