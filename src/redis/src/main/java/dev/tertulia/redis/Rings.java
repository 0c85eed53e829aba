package dev.tertulia.redis;

import io.lettuce.core.pubsub.RedisPubSubAdapter;

/**
 * Signals between the processes that serve a number, over one channel of Redis: one has stored work that another can do.
 * A lost signal delays the work until that process looks by itself.
 */
public final class Rings {

    /** The channel; a message is a phone number id, with a sign before it if the lease of its pump is free. */
    static final String CHANNEL = "tertulia:rings";

    private static final String LEASE_FREE = "!";

    private volatile Listener listener = (number, leaseFree) -> {};

    /** What happens at a signal. */
    @FunctionalInterface
    public interface Listener {

        /**
         * There is work. To return at once.
         *
         * @param number    the phone number id
         * @param leaseFree whether the process that sent for this number has ended
         */
        void work(String number, boolean leaseFree);
    }

    /** Calls this at each signal from now on. */
    public void listen(Listener next) {
        listener = next;
    }

    RedisPubSubAdapter<String, String> adapter() {
        return new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String message) {
                boolean leaseFree = message.startsWith(LEASE_FREE);
                listener.work(leaseFree ? message.substring(LEASE_FREE.length()) : message, leaseFree);
            }
        };
    }
}
