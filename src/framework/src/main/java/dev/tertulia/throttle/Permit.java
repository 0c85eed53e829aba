package dev.tertulia.throttle;

/** Leave for one request to go, from its lane. Whoever asks nothing with it gives it back by closing it. */
public final class Permit implements AutoCloseable {

    private final Lane lane;
    private boolean used;
    private long askedAt;

    Permit(Lane lane) {
        this.lane = lane;
    }

    /** The request leaves now. */
    public void asks() {
        used = true;
        askedAt = lane.now();
    }

    /** The request was answered, in whatever way, or will not be. */
    public void answered() {
        lane.answered(askedAt);
    }

    @Override
    public void close() {
        if (!used) {
            lane.giveBack();
        }
    }
}
