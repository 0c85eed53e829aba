package dev.tertulia.message;

/** A person left the group of their own accord. */
public record Left(Origin origin, Member member) implements Event {}
