package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import dev.tertulia.action.Message;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.graph.GraphError;
import dev.tertulia.graph.Outcome;
import dev.tertulia.journal.FailureText;
import dev.tertulia.journal.Step;
import dev.tertulia.number.NumberContext;
import dev.tertulia.throttle.Lane;
import dev.tertulia.throttle.LaneKind;
import dev.tertulia.throttle.Throttle;
import dev.tertulia.window.Windows;

/** Decides the consequences of an attempt's outcome for the entry, its group, its lane and its number. */
final class OutcomePolicy {

    private static final Duration NEW_GROUP = Duration.ofSeconds(5);
    private static final int NEW_GROUP_ATTEMPTS = 3;
    private static final Duration HOST_AWAY = Duration.ofSeconds(1);
    private static final int LONGEST_PAIR_EXPONENT = 6;

    private final NumberContext number;
    private final Windows windows;
    private final Throttle throttle;
    private final OutboxSettings settings;
    private final Backoff backoff;
    private volatile Instant pausedUntil = Instant.MIN;

    OutcomePolicy(NumberContext number, Windows windows, Throttle throttle, OutboxSettings settings,
            RandomGenerator random) {
        this.number = number;
        this.windows = windows;
        this.throttle = throttle;
        this.settings = settings;
        this.backoff = new Backoff(Duration.ofMillis(250), Duration.ofMinutes(1), random);
    }

    Settlement of(Send send, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> new Settlement.Sent(send, now, accepted.messageId());
            case Outcome.NotSent notSent when !notSent.tried() -> hostAway(send, now, notSent.reason());
            case Outcome.NotSent notSent -> later(send, now, backoff.after(attempts(send)), notSent.reason());
            case Outcome.Unclear unclear -> unknown(send, now, unclear.reason());
            case Outcome.Refused refused -> refused(send, refused.error(), now);
        };
    }

    Settlement refused(Send asked, GraphError error, Instant now) {
        return refused(asked, error, now, now);
    }

    /** @param reported when WhatsApp refused it, which may be long ago */
    Settlement refused(Send asked, GraphError error, Instant now, Instant reported) {
        Send send = asked.with(asked.progress().known());
        return switch (error.disposition()) {
            case SLOW_MESSAGES -> slow(throttle.messages(), send, now, error);
            case SLOW_OPERATIONS -> slow(throttle.operations(), send, now, error);
            case SLOW_LANE -> slowLane(send, now, error);
            case SLOW_GROUP -> slowGroup(send, now, error);
            case SLOW_APP, PAUSE_NUMBER -> pause(send, now, error);
            case FALLBACK -> fallback(send, error, now, reported);
            case PARK_UNTIL_JOIN -> new Settlement.Parked(send, now, BlockedUntil.UNTIL_JOIN);
            case PARK_UNTIL_CLEARED -> new Settlement.Parked(send, now, BlockedUntil.UNTIL_CLEARED);
            case GONE -> attempts(send) < NEW_GROUP_ATTEMPTS
                    ? later(send, now, NEW_GROUP, error.withoutWords())
                    : new Settlement.Dead(send, now, error);
            case ALREADY_DONE, PARTLY_DONE -> new Settlement.Gone(send, now, error.withoutWords());
            case RETRY -> retry(send, now, error);
            case RETRY_IF_SAFE -> retryIfSafe(send, now, error);
            case NEVER -> new Settlement.Dead(send, now, error);
        };
    }

    /** WhatsApp reports that a message failed, and no error. */
    Settlement failed(Send send, Instant now) {
        return new Settlement.Dead(send.with(send.progress().known()), now,
                "WhatsApp reports that it failed, and does not say why");
    }

    /** An error in a status is an outcome that is known: the message failed, so it may go again. */
    private Settlement retryIfSafe(Send send, Instant now, GraphError error) {
        boolean safe = send.action().repeatable() || error.httpStatus() == 0;
        return safe || attempts(send) >= settings.attempts()
                ? retry(send, now, error)
                : unknown(send, now, error.withoutWords());
    }

    private Settlement retry(Send send, Instant now, GraphError error) {
        return attempts(send) >= settings.attempts()
                ? new Settlement.Dead(send, now, "tried " + (attempts(send) + 1) + " times; " + error.explain(), error)
                : later(send, now, backoff.after(attempts(send)), error.withoutWords());
    }

    /** This program failed at an entry before it asked anything. */
    Settlement failedBefore(Send send, Instant now, Throwable failure) {
        return attempts(send) >= settings.attempts()
                ? lastFailure(send, now, failure)
                : new Settlement.Again(send.with(send.progress().failed()), now,
                        now.plus(backoff.after(attempts(send))),
                        described(failure));
    }

    /** This program failed while sending an entry, so it is unknown whether it was sent. */
    Settlement brokeOff(Send send, Instant now, Throwable failure) {
        return attempts(send) >= settings.attempts()
                ? lastFailure(send, now, failure)
                : unknown(send, now, described(failure));
    }

    private static Settlement lastFailure(Send send, Instant now, Throwable failure) {
        return new Settlement.Dead(send, now, "tried " + (attempts(send) + 1) + " times; " + described(failure));
    }

    private static String described(Throwable failure) {
        return "this program failed to process it: " + FailureText.withoutWords(failure);
    }

    private Settlement slow(Lane lane, Send send, Instant now, GraphError error) {
        if (lane.limitHit()) {
            record(Step.SLOWED, send,
                    "%s: %.1f per second from now on; %s".formatted(lane.name(), lane.rate(), error.withoutWords()));
        }
        return new Settlement.Again(send, now, now, error.withoutWords());
    }

    /**
     * What says only "too many" is a limit of the number; anything else may be the entry's own fault, and has an end.
     */
    private Settlement slowLane(Send send, Instant now, GraphError error) {
        Lane lane = send.lane() == LaneKind.MESSAGES ? throttle.messages() : throttle.operations();
        Settlement slowed = slow(lane, send, now, error);
        return error.tooMany() ? slowed : retry(send, now, error);
    }

    /** Meta's own advice for 131056: 4^X seconds, X from 0 (wire reference, part 9). */
    private Settlement slowGroup(Send send, Instant now, GraphError error) {
        Duration pause = Duration.ofSeconds(1L << 2 * Math.min(attempts(send), LONGEST_PAIR_EXPONENT));
        record(Step.SLOWED, send, "this group waits for " + pause + "; " + error.withoutWords());
        return later(send, now, pause, error.withoutWords());
    }

    /** Told once a pause, however many answers speak of it. */
    private Settlement pause(Send send, Instant now, GraphError error) {
        if (!now.isBefore(pausedUntil)) {
            record(Step.PAUSED, send, "the number pauses for " + settings.pauseNumber() + "; " + error.withoutWords());
        }
        pausedUntil = now.plus(settings.pauseNumber());
        throttle.pause(settings.pauseNumber());
        return new Settlement.Again(send, now, now, error.withoutWords());
    }

    /** It does not count as an attempt. The lanes pause, so that entries are not planned again and again. */
    private Settlement hostAway(Send send, Instant now, String reason) {
        throttle.pause(HOST_AWAY);
        return new Settlement.Again(send, now, now, reason);
    }

    private Settlement fallback(Send send, GraphError error, Instant now, Instant reported) {
        if (!(send.action() instanceof Message.FreeForm)) {
            return new Settlement.Dead(send, now, error);
        }
        if (!windows.shut(send.group(), reported)) {
            return new Settlement.Again(send, now, now, error.withoutWords()); // somebody has written since
        }
        return switch (send.whenShut()) {
            case WhenShut.UseTemplate use ->
                new Settlement.Again(send.as(use.template()), now, now, error.withoutWords());
            case WhenShut.Hold hold -> new Settlement.Held(send, now, send.holdUntil());
            case WhenShut.Drop drop -> new Settlement.Gone(send, now, error.withoutWords());
            case null -> new Settlement.Dead(send, now, error);
        };
    }

    private Settlement unknown(Send send, Instant now, String reason) {
        Instant until = now.plus(settings.unknownWait());
        return new Settlement.Again(send.with(send.progress().unknown(now, until)), now, until, reason);
    }

    private static Settlement later(Send send, Instant now, Duration pause, String reason) {
        Instant due = now.plus(pause);
        return new Settlement.Again(send.with(send.progress().delayed(due)), now, due, reason);
    }

    private static int attempts(Send send) {
        return send.progress().attempts();
    }

    private void record(Step step, Send send, String detail) {
        number.journal().record(step, send.group(), send.id(), detail);
    }
}
