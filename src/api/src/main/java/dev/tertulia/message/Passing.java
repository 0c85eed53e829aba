package dev.tertulia.message;

/** A failure of something outside of the program, such as its store, which passes by itself: it is nobody's fault. */
public interface Passing {}
