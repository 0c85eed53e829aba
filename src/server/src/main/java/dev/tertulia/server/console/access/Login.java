package dev.tertulia.server.console.access;

/** The answer to an attempt to log in. */
public sealed interface Login {

    /**
     * The password is right.
     *
     * @param cookie the value of the session's cookie
     */
    record Granted(String cookie) implements Login {

        /** Omits the cookie. */
        @Override
        public String toString() {
            return "Granted";
        }
    }

    /** The attempt is refused. */
    record Refused(Reason reason) implements Login {}

    /** Why an attempt is refused. */
    enum Reason {
        /** The form is too old. */
        EXPIRED,
        /** There were too many attempts. */
        THROTTLED,
        /** The password is wrong. */
        WRONG
    }
}
