package dev.tertulia;

import java.time.Duration;

/** How often the threads of a line look by themselves. Signals wake them at any pace. */
enum Pace {

    /** Something happens. */
    ACTIVE(Duration.ofSeconds(5), Duration.ofMillis(250)),
    /** Nothing happens, and no other process would tell of new work whose signal was lost. */
    IDLE(Duration.ofMinutes(1), Duration.ofSeconds(3)),
    /** The number is left to the sweep over all numbers. */
    DORMANT(Duration.ofDays(1), Duration.ofDays(1));

    private final Duration look;
    private final Duration tick;

    Pace(Duration look, Duration tick) {
        this.look = look;
        this.tick = tick;
    }

    /** The longest pause of a thread that claims or pumps: it repairs a signal that was lost. */
    Duration look() {
        return look;
    }

    /** The pause of the thread that renews leases and does the periodic duties. */
    Duration tick() {
        return tick;
    }
}
