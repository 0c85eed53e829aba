package dev.tertulia.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Decision;
import dev.tertulia.message.Event;
import dev.tertulia.store.Effects;
import dev.tertulia.store.Mail;
import dev.tertulia.turn.BufferedTurn;
import dev.tertulia.turn.SharedTurn;

/** An event that passes through the stages, and the decision about it. */
final class EventContext implements BufferedTurn.EventControl {

    private final Event accepted;
    private final Mail mail;
    private final List<String> handlers = new ArrayList<>();
    private @Nullable SharedTurn turn;
    private Decision decision = new Decision(List.of(), false);
    private boolean command;
    private volatile boolean stopped;

    EventContext(Event accepted, Mail mail) {
        this.accepted = accepted;
        this.mail = mail;
    }

    /** The event as it was accepted. */
    Event accepted() {
        return accepted;
    }

    Mail mail() {
        return mail;
    }

    void begin(SharedTurn begun) {
        turn = begun;
    }

    SharedTurn turn() {
        return Objects.requireNonNull(turn, "no turn before the event was learned from");
    }

    void handledBy(String handler) {
        handlers.add(handler);
    }

    /** Notes whether the handler that takes it is one of commands. */
    void command(boolean isOne) {
        command |= isOne;
    }

    /** Whether a handler of commands took it. */
    boolean isCommand() {
        return command;
    }

    /** Whether a handler was called for it. */
    boolean isHandled() {
        return !handlers.isEmpty();
    }

    /** The handlers that took it, in the order of their calls. */
    List<String> handlers() {
        return List.copyOf(handlers);
    }

    @Override
    public int attempts() {
        return mail.attempts();
    }

    @Override
    public void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    /** Fixes the decision, for the methods that only look. */
    void decide() {
        decision = new Decision(handlers, stopped);
    }

    @Override
    public Decision decision() {
        return decision;
    }

    /** The effects that its handlers recorded. */
    Effects effects() {
        return turn == null ? Effects.NONE : turn.effects(null);
    }
}
