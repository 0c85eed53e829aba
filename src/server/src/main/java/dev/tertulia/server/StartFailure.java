package dev.tertulia.server;

import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.dispatch.BadHandler;
import dev.tertulia.server.settings.BadSettings;

/** Why the process does not start, without the layers around it: a bad setting or handler says what to do about it. */
final class StartFailure {

    private static final String WHERE = "; give another with TERTULIA_PORT (tertulia.port) or TERTULIA_HOST (tertulia.host)";

    private StartFailure() {}

    static String sentence(Throwable thrown) {
        Optional<String> ours = causes(thrown)
                .filter(cause -> cause instanceof BadSettings || cause instanceof BadHandler).findFirst()
                .map(Throwable::getMessage);
        return "Tertulia cannot start: " + ours.or(() -> place(thrown)).orElseGet(() -> plain(thrown));
    }

    /** Where the process cannot listen. */
    private static Optional<String> place(Throwable thrown) {
        return causes(thrown).filter(cause -> cause instanceof BindException
                || cause instanceof UnresolvedAddressException || cause instanceof java.net.UnknownHostException)
                .findFirst().map(cause -> String.valueOf(cause.getMessage()).contains("in use")
                        ? "its port is taken by another program; end that one, or" + WHERE.substring(1)
                        : "it cannot listen at the address it was given (" + cause.getClass().getSimpleName() + ")"
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
