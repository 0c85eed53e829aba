package dev.tertulia.server.doctor;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** A value that is computed at its first use. A failure is not remembered. */
final class Memo<T> implements Supplier<T> {

    private final Supplier<T> source;
    private @Nullable T value;

    Memo(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T known = value == null ? source.get() : value;
        value = known;
        return known;
    }
}
