package dev.tertulia.server.outside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application in a separate process with exactly the given environment. */
public final class App implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("http://localhost:(\\d+)");
    private static final int PATIENCE = 60;
    private static final int MOST_LINES = 10_000;

    private final Process process;
    private final Deque<String> output = new ArrayDeque<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Thread reader = new Thread(this::read, "output");

    private App(Process process) {
        this.process = process;
    }

    /**
     * Starts the application on a free port and waits until it prints its address.
     *
     * @param arguments arguments of the JVM, which is that of the test
     */
    public static App start(Path folder, List<String> arguments, Map<String, String> environment) {
        return run(folder, java(arguments), environment);
    }

    /**
     * Runs a command that starts the application, and waits until it prints its address.
     *
     * @param command a program with its arguments
     */
    public static App run(Path folder, List<String> command, Map<String, String> environment) {
        App app = launch(folder, command, environment);
        try {
            app.port.get(PATIENCE, TimeUnit.SECONDS);
            return app;
        } catch (Exception e) {
            app.close();
            throw new IllegalStateException("it did not start:\n" + app.output(), e);
        }
    }

    /** Starts the application, waits for its end, and returns its output. */
    public static String fail(Path folder, List<String> arguments, Map<String, String> environment) {
        App app = launch(folder, java(arguments), environment);
        try {
            if (!app.process.waitFor(PATIENCE, TimeUnit.SECONDS) || app.process.exitValue() != 1) {
                throw new IllegalStateException("it did not end with status 1:\n" + app.output());
            }
            app.reader.join();
            return app.output();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            app.close();
        }
    }

    private static List<String> java(List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        return command;
    }

    private static App launch(Path folder, List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(Map.of("TERTULIA_PORT", "0", "TERTULIA_HOST", "127.0.0.1"));
        builder.environment().putAll(environment);
        try {
            App app = new App(builder.start());
            app.reader.start();
            return app;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                Matcher url = URL.matcher(line);
                if (url.find()) {
                    port.complete(Integer.valueOf(url.group(1)));
                }
            }
            port.completeExceptionally(new IllegalStateException("it ended"));
        } catch (IOException e) {
            port.completeExceptionally(e);
        }
    }

    private void keep(String line) {
        synchronized (output) {
            output.addLast(line + "\n");
            if (output.size() > MOST_LINES) {
                output.removeFirst();
            }
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port.join());
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** The running child processes. */
    public List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** The last lines of the output. */
    public String output() {
        synchronized (output) {
            return String.join("", output);
        }
    }

    /** Kills the process, as a power failure would. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
        awaitLastWords();
    }

    private void awaitLastWords() {
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the process with SIGTERM, as an operator does, and returns its exit status. */
    public CompletableFuture<Integer> terminate() {
        process.destroy();
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Waits until the process ends by itself and returns its exit status. */
    public int ended() {
        return process.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).thenApply(Process::exitValue).join();
    }

    /** Stops the process and its children, and kills them if they do not end. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (process.onExit().completeOnTimeout(null, PATIENCE, TimeUnit.SECONDS).join() == null) {
            process.destroyForcibly();
        }
    }
}
