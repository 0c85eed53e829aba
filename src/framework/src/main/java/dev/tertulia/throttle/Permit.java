package dev.tertulia.throttle;

/** Permission of a lane to send one request. Closing it unused returns it. */
public final class Permit implements AutoCloseable {

    private final Lane lane;
    private boolean used;
    private long askedAt;

    Permit(Lane lane) {
        this.lane = lane;
    }

    /** Records that the request is sent now. */
    public void asks() {
        used = true;
        askedAt = lane.now();
    }

    /** Records that the request was answered or will not be answered. */
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
