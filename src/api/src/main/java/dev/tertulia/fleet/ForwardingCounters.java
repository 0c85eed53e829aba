package dev.tertulia.fleet;

import java.time.Instant;
import java.util.List;

import dev.tertulia.stability.Experimental;

/** Counters that forward every call to others, which may be chosen anew for each call. */
@Experimental
public abstract class ForwardingCounters implements Counters {

    /** The counters that answer now. */
    protected abstract Counters answering();

    @Override
    public Counters of(String number) {
        return answering().of(number);
    }

    @Override
    public final List<Count> count(String key, Instant at, List<Counter> counters) {
        return answering().count(key, at, counters);
    }

    @Override
    public final void clear(String name) {
        answering().clear(name);
    }
}
