package dev.tertulia.store;

import java.time.Duration;
import java.util.List;

/** The processes that share a store. Every method is one atomic step. */
public interface Processes {

    /**
     * Records that a process is alive.
     *
     * @param keep how long it counts as alive from now on
     */
    void alive(ProcessState state, Duration keep);

    /** Records that a process has ended. */
    void ended(String name);

    /** The processes that count as alive, the one that started first leading. */
    List<ProcessState> all();
}
