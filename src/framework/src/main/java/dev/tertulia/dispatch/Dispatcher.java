package dev.tertulia.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.graph.GraphError;
import dev.tertulia.inbox.Claim;
import dev.tertulia.inbox.Effects;
import dev.tertulia.inbox.Inbox;
import dev.tertulia.inbox.Inbox.Committed;
import dev.tertulia.inbox.Labels;
import dev.tertulia.inbox.Mail;
import dev.tertulia.inbox.StoreAway;
import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.OperationFailed;
import dev.tertulia.message.Unsupported;
import dev.tertulia.message.WireError;
import dev.tertulia.outbox.NotSettledYet;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.registry.Registry;

/**
 * Claims groups that have mail and lets their events be handled: one at a time in a group, groups side by side. What
 * a turn wants is committed together with taking its event off the mailbox, or not at all.
 */
public final class Dispatcher {

    /** How long a claim lasts without being renewed: after that another replica takes the group over. */
    public static final Duration LEASE = Duration.ofSeconds(8);

    private static final int MOST_GROUPS = 256;
    private static final Duration SOON = Duration.ofMillis(100);
    private static final int RETRY_FACTOR = 4;

    private final Parts parts;
    private final TurnRunner turns;
    private final Set<Claim> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /**
     * What it works with.
     *
     * @param wakePump called when there may be something to send
     */
    public record Parts(String number, Inbox inbox, Labels labels, Outbox outbox, Handlers handlers,
            DispatchSettings settings, ObjectMapper json, InstantSource clock, Journal journal, Registry registry,
            Runnable wakePump) {}

    public Dispatcher(Parts parts) {
        this.parts = parts;
        this.turns = new TurnRunner(parts);
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
        List<Claim> claims = parts.inbox().claim(room, LEASE);
        for (Claim claim : claims) {
            inHand.add(claim);
            if (claim.takenOver()) {
                note(Step.TAKEN_OVER, claim.group(), "",
                        "its claim had run out: the replica before died, stalled or did not reach the store");
            }
            executor.execute(() -> work(claim));
        }
        return claims.size();
    }

    /** Keeps what is in hand; call it several times within {@link #LEASE}. */
    public void renew() {
        if (!inHand.isEmpty()) {
            parts.inbox().renew(List.copyOf(inHand), LEASE).forEach(inHand::remove);
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

    private void work(Claim claim) {
        try {
            while (handleNext(claim)) {
                if (stopping) {
                    parts.inbox().giveBack(claim, Duration.ZERO, false);
                    return;
                }
            }
        } catch (StoreAway away) {
            note(Step.STORE_AWAY, claim.group(), "", "the claim runs out and is taken again: " + away.getMessage());
        } finally {
            inHand.remove(claim);
        }
    }

    /** Handles one event. Returns whether the claim goes on. */
    private boolean handleNext(Claim claim) {
        Mail mail = parts.inbox().open(claim);
        Event event = mail.event();
        if (event == null) {
            return parts.inbox().commit(claim, Effects.NONE, parts.clock().instant()) == Committed.MORE;
        }
        try {
            parts.outbox().observe(event);
            TurnRunner.Result result = timed(event, mail);
            return commit(claim, event, result);
        } catch (NotSettledYet early) {
            parts.inbox().giveBack(claim, SOON, false);
            return false;
        } catch (HandlerFailed failed) {
            if (stopping && failed.getCause() instanceof InterruptedException) {
                return true; // nobody's fault: the next replica starts anew
            }
            return failed(claim, event, mail, failed);
        } catch (StoreAway away) {
            throw away;
        } catch (RuntimeException poison) {
            return failed(claim, event, mail, new HandlerFailed("the line itself", poison));
        }
    }

    private TurnRunner.Result timed(Event event, Mail mail) throws HandlerFailed {
        long begun = System.nanoTime();
        try {
            return turns.run(event, mail);
        } finally {
            parts.journal().took(parts.number(), Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private boolean commit(Claim claim, Event event, TurnRunner.Result result) {
        return commit(claim, event, result.effects(), result.handled().isEmpty()
                ? entry(Step.UNHANDLED, event, describe(event))
                : entry(Step.HANDLED, event, String.join(", ", result.handled())));
    }

    private boolean commit(Claim claim, Event event, Effects effects, Journal.Entry done) {
        Committed committed = parts.inbox().commit(claim, effects, parts.clock().instant());
        if (committed == Committed.LOST) {
            note(Step.LOST_CLAIM, done.group(), done.subject(), "its effects were not written");
        } else {
            parts.journal().record(done);
            countFailure(event);
        }
        parts.wakePump().run();
        return committed == Committed.MORE;
    }

    /** Here and not where it takes effect: an event may be looked at several times, and is over once. */
    private void countFailure(Event event) {
        if (event instanceof MessageStatus status && !status.errors().isEmpty()) {
            parts.journal().failed(parts.number(), status.errors().getFirst().code());
        }
    }

    private boolean failed(Claim claim, Event event, Mail mail, HandlerFailed failed) {
        int attempts = mail.attempts() + 1;
        if (attempts >= parts.settings().attempts()) {
            Effects effects = turns.fail(event, mail, failed, attempts);
            return commit(claim, event, effects, entry(Step.DEAD, event, String.valueOf(effects.deadLetter())));
        }
        parts.journal().record(entry(Step.RETRIED, event, failed.getMessage()));
        Duration pause = parts.settings().firstRetry().multipliedBy((long) Math.pow(RETRY_FACTOR, mail.attempts()));
        parts.inbox().giveBack(claim, pause, true);
        return false;
    }

    /** The kind of event, and what the errors mean that it tells of. */
    private static String describe(Event event) {
        List<WireError> errors = switch (event) {
            case OperationFailed failed -> Stream.concat(failed.errors().stream(),
                    failed.items().stream().flatMap(item -> item.errors().stream())).toList();
            case MessageStatus status -> status.errors();
            case Unsupported unsupported -> unsupported.errors();
            default -> List.of();
        };
        return Stream.concat(Stream.of(event.getClass().getSimpleName()),
                errors.stream().map(error -> GraphError.of(error).explain()).distinct())
                .collect(Collectors.joining("; "));
    }

    private Journal.Entry entry(Step step, Event event, String detail) {
        return new Journal.Entry(step, parts.number(), event.group(), event.origin().key(), detail);
    }

    private void note(Step step, String group, String subject, String detail) {
        parts.journal().record(new Journal.Entry(step, parts.number(), group, subject, detail));
    }
}
