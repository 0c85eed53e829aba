package dev.tertulia.server.settings;

import java.util.Optional;

/**
 * The passwords of the console. Without that of moderators there is no console outside the demo.
 *
 * @param password       the password of people who may act
 * @param readerPassword the password of people who may only look
 */
public record ConsoleSettings(Optional<String> password, Optional<String> readerPassword) {

    /** No password. */
    public static final ConsoleSettings NONE = new ConsoleSettings(Optional.empty(), Optional.empty());

    /** Omits the passwords, so that they cannot appear in a log. */
    @Override
    public String toString() {
        return "ConsoleSettings";
    }
}
