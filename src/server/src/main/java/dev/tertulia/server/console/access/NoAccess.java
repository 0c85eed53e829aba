package dev.tertulia.server.console.access;

import java.util.Optional;

import io.micronaut.http.HttpRequest;

/** Access of a process without a console. */
final class NoAccess implements ConsoleAccess {

    @Override
    public boolean exists(HttpRequest<?> request) {
        return false;
    }

    @Override
    public Optional<Session> session(HttpRequest<?> request) {
        return Optional.empty();
    }
}
