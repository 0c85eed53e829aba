package dev.tertulia.message;

/** WhatsApp suspended the group: sends and operations fail with 131207 until it is cleared. */
public record GroupSuspended(Origin origin) implements Event {}
