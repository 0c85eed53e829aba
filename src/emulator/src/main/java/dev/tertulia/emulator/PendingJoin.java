package dev.tertulia.emulator;

import java.time.Instant;

/** Request of a person to join a group. */
record PendingJoin(String id, Person person, Instant at) {}
