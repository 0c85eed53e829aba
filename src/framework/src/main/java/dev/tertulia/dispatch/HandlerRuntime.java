package dev.tertulia.dispatch;

import java.util.Map;

import dev.tertulia.handler.Handlers;

/** The handlers of a process, and the threads on which the lines of all its numbers call them. */
public final class HandlerRuntime {

    private final Handlers handlers;
    private final HandlerThreads threads = new HandlerThreads();

    /** A runtime whose threads start when they are needed. */
    public HandlerRuntime(Handlers handlers) {
        this.handlers = handlers;
    }

    /** The handlers. */
    public Handlers handlers() {
        return handlers;
    }

    /** The handlers with abandoned calls that still run, with the number of such calls. */
    public Map<String, Integer> stuck() {
        return threads.left();
    }

    HandlerThreads threads() {
        return threads;
    }
}
