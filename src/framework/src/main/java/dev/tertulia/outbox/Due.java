package dev.tertulia.outbox;

/** A group that has something to send now, at a priority. */
public record Due(String group, Priority priority) {}
