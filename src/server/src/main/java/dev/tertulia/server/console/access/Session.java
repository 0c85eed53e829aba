package dev.tertulia.server.console.access;

import java.util.Optional;

import io.micronaut.http.HttpRequest;

/**
 * The login that a request belongs to.
 *
 * @param formToken the token that each form of this session has to contain
 */
public record Session(Viewer viewer, String formToken) {

    private static final String ATTRIBUTE = Session.class.getName();

    /** The session of a request that was admitted. */
    public static Optional<Session> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Session.class);
    }

    /** Stores the session with its request. */
    public void attach(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Omits the token. */
    @Override
    public String toString() {
        return "Session[" + viewer + "]";
    }
}
