package dev.tertulia.memory;

import java.util.ArrayDeque;
import java.util.Deque;

/** The newest of what people may want to look at; older ones make room. */
final class Newest<T> {

    private static final int KEPT = 1_000;

    private final Deque<T> kept = new ArrayDeque<>();

    int size() {
        return kept.size();
    }

    void add(T one) {
        kept.addLast(one);
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
    }
}
