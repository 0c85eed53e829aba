package dev.tertulia.message;

/** A person leaving the group of their own accord. */
public record Left(Origin origin, Member member) implements Event {}
