package dev.tertulia.server.console.access;

import java.util.Optional;

import io.micronaut.http.HttpRequest;

/** The rule that decides who sends a request. Other ways of login implement it, such as a proxy's header. */
public interface ConsoleAccess {

    /** Whether there is a console for the sender; else each of its paths is answered with 404. */
    boolean exists(HttpRequest<?> request);

    /** The session that the request belongs to; empty if nobody is logged in. */
    Optional<Session> session(HttpRequest<?> request);
}
