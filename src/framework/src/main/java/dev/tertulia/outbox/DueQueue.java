package dev.tertulia.outbox;

/** A group that has something to send now, at a priority. */
public record DueQueue(String group, Priority priority) {}
