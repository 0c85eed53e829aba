package dev.tertulia.message;

/** The suspension of a group by WhatsApp: messages and operations fail with 131207 until it is cleared. */
public record GroupSuspended(Origin origin) implements Event {}
