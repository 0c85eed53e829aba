package dev.tertulia.moderation.judge;

import java.util.List;

import dev.tertulia.fleet.Counter;

/** The counters that a condition needs for an event. */
@FunctionalInterface
interface Need {

    /** The counters, which depend on nothing but the event. */
    List<Counter> counters(Facts facts);
}
