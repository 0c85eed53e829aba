package dev.tertulia.server.console.overview;

import java.time.Instant;
import java.util.List;

/**
 * The overview at one moment.
 *
 * @param numbers each phone number of this process
 * @param alarms  what somebody has to look at
 * @param traffic messages in and out of the last minutes
 */
public record OverviewPage(Instant at, List<NumberView> numbers, List<Alarm> alarms, TrafficView traffic) {}
