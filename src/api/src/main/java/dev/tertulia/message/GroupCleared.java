package dev.tertulia.message;

/** The end of a group's suspension. */
public record GroupCleared(Origin origin) implements Event {}
