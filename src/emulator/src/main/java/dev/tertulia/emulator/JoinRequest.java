package dev.tertulia.emulator;

import java.time.Instant;

/** Somebody who waits to be let into a group. */
record JoinRequest(String id, Person person, Instant at) {}
