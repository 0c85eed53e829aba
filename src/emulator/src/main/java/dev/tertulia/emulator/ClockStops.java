package dev.tertulia.emulator;

import java.time.Instant;
import java.util.Optional;

/** What happens at certain moments, so that a clock that is moved far stops at each of them on its way. */
public interface ClockStops {

    /** The next moment after that one at which something happens, as far as is known. */
    Optional<Instant> after(Instant moment);

    /** Lets all happen that is due now, and returns when it has. */
    void settle();
}
