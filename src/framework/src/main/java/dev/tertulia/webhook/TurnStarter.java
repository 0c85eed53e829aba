package dev.tertulia.webhook;

import dev.tertulia.store.Accepted;
import dev.tertulia.store.Room;

/** Starts turns for events as they are accepted. */
public interface TurnStarter {

    /** A starter that takes nothing in hand itself and only gives a signal. */
    static TurnStarter waking(Runnable wake) {
        return new TurnStarter() {
            @Override
            public Room room() {
                return Room.NONE;
            }

            @Override
            public void start(Accepted accepted) {
                wake.run();
            }
        };
    }

    /** The number of turns that can start now. */
    Room room();

    /** Starts turns in the claimed groups. */
    void start(Accepted accepted);
}
