package dev.tertulia.throttle;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The lanes of one phone number.
 *
 * @param messages   what 130429 limits: messages of the number
 * @param operations what 131208 limits: operations on its groups
 * @param sleep      how to wait for a permit
 */
public record Throttle(Lane messages, Lane operations, Sleep sleep) {

    /** Lanes with these ceilings per second, on the system clock. */
    public static Throttle of(double messagesPerSecond, double operationsPerSecond) {
        LongSupplier nanos = System::nanoTime;
        return new Throttle(new Lane("messages", messagesPerSecond, nanos),
                new Lane("operations", operationsPerSecond, nanos), Sleep.really());
    }

    /** Blocks all requests of the number for this time. */
    public void pause(Duration length) {
        messages.pause(length);
        operations.pause(length);
    }

    /** Ends every wait for a permit, because the process stops. */
    public void end() {
        sleep.end();
    }
}
