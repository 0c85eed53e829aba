package dev.tertulia.server;

import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.handler.BadHandler;
import dev.tertulia.server.settings.BadSettings;

/**
 * Message for a failed start, without the exceptions that wrap the cause. A bad setting or handler names its remedy.
 */
final class StartFailure {

    private static final String WHERE = "; set another one with TERTULIA_PORT (tertulia.port) or TERTULIA_HOST (tertulia.host)";

    private StartFailure() {}

    static String sentence(Throwable thrown) {
        Optional<String> ours = causes(thrown)
                .filter(cause -> cause instanceof BadSettings || cause instanceof BadHandler).findFirst()
                .map(Throwable::getMessage);
        return "Tertulia cannot start: " + ours.or(() -> place(thrown)).orElseGet(() -> plain(thrown));
    }

    /** The message for an address at which the process cannot listen. */
    private static Optional<String> place(Throwable thrown) {
        return causes(thrown).filter(cause -> cause instanceof BindException
                || cause instanceof UnresolvedAddressException || cause instanceof java.net.UnknownHostException)
                .findFirst().map(cause -> String.valueOf(cause.getMessage()).contains("in use")
                        ? "its port is in use by another program; stop that program, or" + WHERE.substring(1)
                        : "it cannot listen at the configured address (" + cause.getClass().getSimpleName() + ")"
                                + WHERE);
    }

    private static String plain(Throwable thrown) {
        Throwable root = causes(thrown).reduce((outer, inner) -> inner).orElseThrow();
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
    }
}
