package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
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

    /**
     * A process that serves phone numbers.
     *
     * @param name    unique among the processes; the name by which it holds leases
     * @param host    the machine that it runs on
     * @param version of the application
     * @param started when it started
     * @param numbers how many phone numbers it serves
     * @param sends   phone number ids for which it sends now, at most {@value #MOST}
     * @param stopping whether it hands its work over to others
     */
    record ProcessState(String name, String host, String version, Instant started, int numbers,
            List<String> sends, boolean stopping) {

        /** The most phone number ids that are listed. */
        public static final int MOST = 100;

        public ProcessState {
            sends = sends.stream().limit(MOST).toList();
        }
    }
}
