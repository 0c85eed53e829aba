package dev.tertulia.emulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Log of the latest Graph API calls, with listeners. Guarded by the account's lock. */
final class CallLog {
    private static final int MOST = 500;

    private final Deque<ApiCall> latest = new ArrayDeque<>();
    private final List<Consumer<ApiCall>> listeners = new ArrayList<>();
    private long before;

    /** Returns the latest calls, the oldest first. */
    List<ApiCall> latest() {
        return List.copyOf(latest);
    }

    /** Returns the number of calls before those in the log. */
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

    /** Removes the calls and keeps the count. */
    void clear() {
        before += latest.size();
        latest.clear();
    }
}
