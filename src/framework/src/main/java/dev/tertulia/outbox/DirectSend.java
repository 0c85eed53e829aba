package dev.tertulia.outbox;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.tertulia.throttle.Permit;

/**
 * The right to send an entry of a group at once, without asking the store for it. To be closed once the step that stores
 * the entry is over.
 */
public final class DirectSend implements AutoCloseable {

    /** No entry can be sent at once. */
    public static final DirectSend NONE = new DirectSend(null, null, begun -> {}, () -> {});

    private final @Nullable Departure departure;
    private final @Nullable Permit permit;
    private final Consumer<Begun> start;
    private final Runnable end;
    private boolean started;

    DirectSend(@Nullable Departure departure, @Nullable Permit permit, Consumer<Begun> start, Runnable end) {
        this.departure = departure;
        this.permit = permit;
        this.start = start;
        this.end = end;
    }

    /** No entry can be sent by this process. */
    static DirectSend elsewhere(Departure departure) {
        return new DirectSend(departure, null, begun -> {}, () -> {});
    }

    /** The request to the store; {@code null} for none. */
    public @Nullable Departure departure() {
        return departure;
    }

    /** Sends the entry that the store took in hand, if it did. */
    public void start(@Nullable Begun begun) {
        if (begun != null) {
            started = true;
            start.accept(begun);
        }
    }

    /** Returns the permit if nothing was started. */
    @Override
    public void close() {
        if (!started && permit != null) {
            permit.close();
            end.run();
        }
    }
}
