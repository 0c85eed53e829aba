package dev.tertulia.broadcast;

import java.util.List;
import java.util.Optional;

import dev.tertulia.stability.Experimental;

/** Broadcasts that forward every call to others, which may be chosen anew for each call. */
@Experimental
public abstract class ForwardingBroadcasts implements Broadcasts {

    /** The broadcasts that answer now. */
    protected abstract Broadcasts answering();

    @Override
    public Broadcasts of(String number) {
        return answering().of(number);
    }

    @Override
    public final Estimate estimate(Broadcast broadcast) {
        return answering().estimate(broadcast);
    }

    @Override
    public final BroadcastProgress start(Broadcast broadcast) {
        return answering().start(broadcast);
    }

    @Override
    public final Optional<BroadcastProgress> progress(String name) {
        return answering().progress(name);
    }

    @Override
    public final BroadcastProgress stop(String name) {
        return answering().stop(name);
    }

    @Override
    public final BroadcastProgress resume(String name) {
        return answering().resume(name);
    }

    @Override
    public final List<BroadcastProgress> list() {
        return answering().list();
    }
}
