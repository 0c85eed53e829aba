package dev.tertulia.message;

/** Marks a temporary failure of something outside of the program, such as its store. */
public interface Passing {}
