package dev.tertulia.emulator;

import java.time.Instant;
import java.util.Optional;

/** Instants at which a clock that is moved forward stops on its way. */
public interface ClockStops {

    /** Returns the next known instant after the given one at which something happens. */
    Optional<Instant> after(Instant moment);

    /** Runs everything that is due now, and returns when it is done. */
    void settle();
}
