package dev.tertulia.redis;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.tertulia.store.StoreUnavailable;

/** Calls to repeat because Redis did not answer: otherwise their entries stay in hand while this process pumps. */
final class Unfinished {

    private final Scripts scripts;
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

    Unfinished(Scripts scripts) {
        this.scripts = scripts;
    }

    /** Runs a call, which is repeated later if Redis does not answer. */
    long number(Call call) {
        try {
            return scripts.number(call);
        } catch (StoreUnavailable away) {
            calls.add(call);
            throw away;
        }
    }

    /** Runs a call later. */
    void add(Call call) {
        calls.add(call);
    }

    /** Runs what is left. */
    void finish() {
        for (Call call = calls.poll(); call != null; call = calls.poll()) {
            number(call);
        }
    }
}
