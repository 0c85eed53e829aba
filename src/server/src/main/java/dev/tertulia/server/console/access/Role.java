package dev.tertulia.server.console.access;

/** What a person may do in the console. */
public enum Role {
    /** Sees everything and changes nothing. */
    READER,
    /** Sees and changes everything. */
    MODERATOR
}
