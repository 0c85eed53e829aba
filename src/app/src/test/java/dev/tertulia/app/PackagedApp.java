package dev.tertulia.app;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.tertulia.server.outside.App;

/** The packaged application, run as a process. */
final class PackagedApp {

    private static final Path HOME = Path
            .of(Objects.requireNonNull(System.getProperty("app"), "the folder of the app"));
    private static final String CLASS_PATH = "lib/*" + File.pathSeparator + "bots/*";
    private static final String MAIN = "dev.tertulia.server.Application";
    private static final List<String> ARGUMENTS = List.of("-cp", CLASS_PATH, MAIN);

    private PackagedApp() {}

    /** Starts the application on a free port and waits until it prints its address. */
    static App start(Map<String, String> environment) {
        return App.start(HOME, ARGUMENTS, environment);
    }

    /** Starts the application with additional bots, as if their jars were in {@code bots/}. */
    static App start(List<Path> jars, Map<String, String> environment) {
        return start(List.of(), jars, environment);
    }

    /** Starts the application with JVM arguments. */
    static App start(List<String> arguments, List<Path> jars, Map<String, String> environment) {
        String classPath = jars.stream().map(jar -> File.pathSeparator + jar)
                .collect(Collectors.joining("", CLASS_PATH, ""));
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("-cp", classPath, MAIN));
        return App.start(HOME, all, environment);
    }

    /** Starts the application, waits for its end, and returns its output. */
    static String fail(Map<String, String> environment) {
        return App.fail(HOME, ARGUMENTS, environment);
    }
}
