package dev.tertulia.server.lines;

/** What the lines of a shared store do when the process starts, before anything has happened. */
public enum IdleLines {

    /** Each looks for work, and is left alone when it has none. */
    LOOK,
    /** None looks before the sweep over all numbers, a signal or a delivery tells of work. */
    DORMANT
}
