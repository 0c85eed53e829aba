package dev.tertulia.emulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The latest calls of the Graph API, and who is told of each. Guarded by the cloud's lock. */
final class CallLog {
    private static final int MOST = 500;

    private final Deque<ApiCall> latest = new ArrayDeque<>();
    private final List<Consumer<ApiCall>> listeners = new ArrayList<>();
    private long before;

    /** The latest, the oldest first. */
    List<ApiCall> latest() {
        return List.copyOf(latest);
    }

    /** How many calls there were before those that are kept. */
    long before() {
        return before;
    }

    void listen(Consumer<ApiCall> listener) {
        listeners.add(listener);
    }

    void add(ApiCall call) {
        listeners.forEach(listener -> listener.accept(call));
        latest.addLast(call);
        if (latest.size() > MOST) {
            latest.removeFirst();
            before++;
        }
    }

    /** Forgets the calls and goes on counting. */
    void clear() {
        before += latest.size();
        latest.clear();
    }
}
