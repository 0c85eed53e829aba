package dev.tertulia.message;

/** The group's suspension is over. */
public record GroupCleared(Origin origin) implements Event {}
