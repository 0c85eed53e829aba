package dev.tertulia.server.console.access;

import java.util.Optional;
import java.util.UUID;

import io.micronaut.http.HttpRequest;

import dev.tertulia.server.edge.LocalRequest;

/** Access without a password, for everybody on this machine. Only the demo has it. */
final class LocalAccess implements ConsoleAccess {

    private final Session session = new Session(new Viewer("demo", Role.MODERATOR), UUID.randomUUID().toString());

    @Override
    public boolean exists(HttpRequest<?> request) {
        return LocalRequest.isFromHere(request);
    }

    @Override
    public Optional<Session> session(HttpRequest<?> request) {
        return Optional.of(session);
    }
}
