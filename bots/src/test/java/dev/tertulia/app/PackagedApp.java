package dev.tertulia.app;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application as it is shipped, in a process of its own and with nothing in its environment but what it is given. */
final class PackagedApp implements AutoCloseable {

    private static final Path HOME = Path
            .of(Objects.requireNonNull(System.getProperty("app"), "the folder of the app"));
    private static final Pattern URL = Pattern.compile("http://localhost:(\\d+)");
    private static final int PATIENCE = 60;

    private final Process process;
    private final StringBuffer output = new StringBuffer();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private PackagedApp(Process process) {
        this.process = process;
    }

    /** Starts it on a free port and waits until it says where it listens. */
    static PackagedApp start(Map<String, String> environment) {
        PackagedApp app = launch(environment);
        try {
            app.port.get(PATIENCE, TimeUnit.SECONDS);
            return app;
        } catch (Exception e) {
            app.close();
            throw new IllegalStateException("it did not start:\n" + app.output, e);
        }
    }

    /** Starts it and waits for its end; returns all that it said. */
    static String fail(Map<String, String> environment) {
        PackagedApp app = launch(environment);
        try {
            if (!app.process.waitFor(PATIENCE, TimeUnit.SECONDS) || app.process.exitValue() != 1) {
                throw new IllegalStateException("it did not end with status 1:\n" + app.output);
            }
            app.reader.join();
            return app.output.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            app.close();
        }
    }

    private final Thread reader = new Thread(this::read, "output");

    private static PackagedApp launch(Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                "lib/*" + File.pathSeparator + "bots/*", "dev.tertulia.server.Application"));
        Map<String, String> all = new HashMap<>(Map.of("TERTULIA_PORT", "0", "TERTULIA_HOST", "127.0.0.1"));
        all.putAll(environment);
        builder.directory(HOME.toFile()).redirectErrorStream(true).environment().clear();
        builder.environment().putAll(all);
        try {
            PackagedApp app = new PackagedApp(builder.start());
            app.reader.start();
            return app;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
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

    URI url() {
        return URI.create("http://127.0.0.1:" + port.join());
    }

    String output() {
        return output.toString();
    }

    /** Ends it as a power cut would. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Ends it as an operator would. */
    @Override
    public void close() {
        process.destroy();
        if (process.onExit().completeOnTimeout(null, PATIENCE, TimeUnit.SECONDS).join() == null) {
            process.destroyForcibly();
        }
    }
}
