package dev.tertulia.dispatch;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.Journal.Ending;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.number.NumberContext;
import dev.tertulia.number.Wakeups;
import dev.tertulia.outbox.DirectSend;
import dev.tertulia.outbox.NotSettledYet;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.store.Claim;
import dev.tertulia.store.CommitResult;
import dev.tertulia.store.Effects;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Inbox.Committed;
import dev.tertulia.store.JournalEntry;
import dev.tertulia.store.Mail;
import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.store.TurnCommit;
import dev.tertulia.turn.ReportSettler;
import dev.tertulia.turn.TurnSettings;

/** Handles the events of claimed groups. What a turn wants is committed together with its event, or not at all. */
final class EventTurns {

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
    private final BooleanSupplier stopping;

    /** @param stopping whether the process stops, so that an interrupted turn is no failure of its handler */
    EventTurns(NumberContext number, Inbox inbox, Outbox outbox, Dispatcher.Turns turns, Wakeups wakeups,
            BooleanSupplier stopping) {
        this.number = number;
        this.inbox = inbox;
        this.outbox = outbox;
        this.settings = turns.settings();
        this.wakeups = wakeups;
        this.stages = new Stages(outbox, turns);
        this.failures = new FailedEvents(turns);
        this.stopping = stopping;
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
    @Nullable
    Mail handle(Claim claim, Mail mail) {
        long begun = System.nanoTime();
        Event event = mail.event();
        if (event == null) {
            return inbox.commit(claim, mail, TurnCommit.NOTHING, number.now()).next();
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
            rest(claim, SOON, null);
            return null;
        } catch (NoFreeThread busy) {
            rest(claim, BUSY, null);
            return null;
        } catch (HandlerFailed failed) {
            if (stopping.getAsBoolean() && failed.getCause() instanceof InterruptedException) {
                return mail; // no failure of the handler: the next replica starts again
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
        JournalEntry note = TurnNotes.ended(taken.inHand(), effects, ending.step(), detail, number.now());
        CommitResult result = store(taken, effects, note);
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
    private CommitResult store(ClaimedEvent taken, Effects effects, @Nullable JournalEntry note) {
        Claim claim = taken.claim();
        try (DirectSend direct = directSend(claim.group(), effects)) {
            CommitResult result = inbox.commit(claim, taken.mail(), new TurnCommit(effects, direct.departure(), note),
                    number.now());
            direct.start(result.begun());
            if (effects.sends().size() > (result.begun() == null ? 0 : 1)) {
                wakeups.sends().run();
            }
            return result;
        }
    }

    /** Only entries of the claimed group can leave at once; whoever pumps is told of any other. */
    private DirectSend directSend(String group, Effects effects) {
        if (effects.sends().isEmpty()) {
            return DirectSend.NONE;
        }
        return effects.sends().stream().filter(send -> send.group().equals(group)).findFirst()
                .map(send -> outbox.pump().direct(send.lane(), group)).orElseGet(() -> outbox.pump().indirect(group));
    }

    private @Nullable Mail failed(ClaimedEvent taken, HandlerFailed failed) {
        int before = taken.mail().attempts();
        if (failed.isFinal() || before + 1 >= settings.attempts()) {
            return bury(taken, failed);
        }
        over(taken, ending(Step.RETRIED, failed), failed.withoutWords());
        Duration pause = settings.firstRetry().multipliedBy((long) Math.pow(RETRY_FACTOR, before));
        rest(taken.claim(), pause, TurnNotes.failed(taken.inHand(), failed, pause, number.now()));
        return null;
    }

    /** @param failed what the journal says of a failed attempt; {@code null} if there was no attempt */
    private void rest(Claim claim, Duration pause, @Nullable JournalEntry failed) {
        inbox.giveBack(claim, pause, failed != null, failed);
        wakeups.mail().in(pause);
    }

    private @Nullable Mail bury(ClaimedEvent taken, HandlerFailed failed) {
        return commit(taken, lastEffects(taken, failed), ending(Step.DEAD, failed),
                failed.withoutWords() + "; the dead letter tells more");
    }

    /** Error handlers that did not end in an earlier attempt are not called again. */
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
}
