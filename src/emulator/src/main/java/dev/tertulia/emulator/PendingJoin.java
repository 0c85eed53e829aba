package dev.tertulia.emulator;

import java.time.Instant;

/** Somebody who waits to be let into a group. */
record PendingJoin(String id, Person person, Instant at) {}
