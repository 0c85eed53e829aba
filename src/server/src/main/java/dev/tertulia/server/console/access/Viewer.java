package dev.tertulia.server.console.access;

/**
 * A person who uses the console.
 *
 * @param name the name that the person gave at login, for the trail
 */
public record Viewer(String name, Role role) {

    /** Whether the person may change something. */
    public boolean mayAct() {
        return role == Role.MODERATOR;
    }
}
