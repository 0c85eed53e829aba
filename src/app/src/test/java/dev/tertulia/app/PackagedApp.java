package dev.tertulia.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.tertulia.server.outside.App;

/** The application as it is shipped. */
final class PackagedApp {

    private static final Path HOME = Path
            .of(Objects.requireNonNull(System.getProperty("app"), "the folder of the app"));
    private static final List<String> ARGUMENTS = List.of("-cp", "lib/*" + File.pathSeparator + "bots/*",
            "dev.tertulia.server.Application");

    private PackagedApp() {}

    /** Starts it on a free port and waits until it says where it listens. */
    static App start(Map<String, String> environment) {
        return App.start(HOME, ARGUMENTS, environment);
    }

    /** Starts it and waits for its end; returns all that it said. */
    static String fail(Map<String, String> environment) {
        return App.fail(HOME, ARGUMENTS, environment);
    }
}
