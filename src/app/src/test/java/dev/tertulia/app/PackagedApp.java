package dev.tertulia.app;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
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

    /** Starts the command {@code listen} and waits until it prints the address of the webhook. */
    static App listen(Map<String, String> environment, String tunnel) {
        List<String> all = new ArrayList<>(ARGUMENTS);
        all.addAll(List.of("listen", tunnel));
        return App.start(HOME, all, environment);
    }

    /** Runs a command, which must succeed, and returns what it prints as its result. */
    static String command(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        all.addAll(ARGUMENTS);
        all.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(all).directory(HOME.toFile()).redirectError(Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        String result = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("it ended with status " + process.exitValue() + ":\n" + result);
        }
        return result;
    }

    /** Starts the application, waits for its end, and returns its output. */
    static String fail(Map<String, String> environment) {
        return App.fail(HOME, ARGUMENTS, environment);
    }
}
