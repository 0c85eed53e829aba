package dev.tertulia.devmode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** One run of test classes in a process of its own. Thread-safe. */
final class TestFork {

    private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto",
            "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    private static final int LAST_LINES = 5;

    private final Project project;
    private @Nullable Process process;
    private boolean stopped;

    TestFork(Project project) {
        this.project = project;
    }

    /** Ends the run, also before it starts. */
    synchronized void stop() {
        stopped = true;
        if (process != null) {
            process.destroyForcibly();
        }
    }

    synchronized boolean isStopped() {
        return stopped;
    }

    /**
     * Runs test classes and waits for their end.
     *
     * @param places where the classes of tests and bots are; the first also receives what the process writes
     */
    TestRun run(List<Path> places, Set<String> classes) throws IOException {
        Path folder = places.getFirst();
        Path result = folder.resolve("result.json");
        Path output = folder.resolve("output.txt");
        String classPath = ArgumentFile.classPath(Stream.concat(places.stream(), project.classPath().stream()));
        Path arguments = ArgumentFile.write(folder.resolve("java.args"), Stream.of(OPTIONS.stream(),
                Stream.of("-classpath", classPath, TestProcess.class.getName(), result.toString()),
                classes.stream().sorted()).flatMap(part -> part).toList());
        int code = start(new ProcessBuilder(ArgumentFile.java(), "@" + arguments)
                .directory(project.folder().toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()))
                .onExit().join().exitValue();
        return Files.exists(result)
                ? new ObjectMapper().readValue(result.toFile(), TestRun.class)
                : TestRun.broken("exit code %d\n%s".formatted(code, lastLines(output)));
    }

    private synchronized Process start(ProcessBuilder builder) throws IOException {
        Process started = builder.start();
        process = started;
        if (stopped) {
            started.destroyForcibly();
        }
        return started;
    }

    private static String lastLines(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
