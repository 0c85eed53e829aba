package dev.tertulia.turn;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.message.InvalidState;

/**
 * The time in which a handler may use its turn, from any thread. What is called later is refused, because nothing would
 * come of it; it is logged as well, since executors swallow exceptions.
 */
final class TurnScope {

    private static final Logger LOG = LoggerFactory.getLogger(TurnScope.class);

    private final String handler;
    private @Nullable String end;

    TurnScope(String handler) {
        this.handler = handler;
    }

    /** Writes something down, unless the turn has ended; nothing is written while it ends. */
    synchronized void write(String call, Supplier<String> instead, Runnable what) {
        check(call, instead);
        what.run();
    }

    /**
     * Refuses a call once the turn has ended.
     *
     * @param call    what was called
     * @param instead what to do instead
     */
    synchronized void check(String call, Supplier<String> instead) {
        if (end != null) {
            String refusal = call + " was called after the turn of " + handler + " " + end
                    + ", so it would have no effect: do it before the handler returns, or " + instead.get();
            LOG.warn(refusal);
            throw new InvalidState(refusal);
        }
    }

    /** The handler has returned, and its answers were read. */
    void end() {
        end("had ended");
    }

    /** The handler keeps running, but its result is no longer used. */
    void giveUp(String reason) {
        end("was given up (" + reason + ")");
    }

    private synchronized void end(String how) {
        if (end == null) {
            end = how;
        }
    }
}
