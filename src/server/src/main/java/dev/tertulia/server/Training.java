package dev.tertulia.server;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Program that makes an AOT cache for the server in this folder, with which it starts faster: {@value #CACHE}, and
 * {@value #ARGUMENTS} with the arguments of the JVM that use it. The cache is for this JVM and these libraries; any jars may
 * follow in {@code bots/}.
 */
public final class Training {

    static final String CACHE = "app.aot";
    static final String ARGUMENTS = "app.args";

    private static final String CHILD = "--run";
    private static final List<String> JVM = List.of("--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private Training() {}

    /** Makes the cache. Each file is replaced. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 1 && args[0].equals(CHILD)) {
            Application.chooseLogging();
            new TrainingRun().run();
            System.exit(0);
        }
        String libraries = libraries();
        int exit = train(libraries);
        if (exit != 0 || !Files.exists(Path.of(CACHE))) {
            System.err.println("The training run failed with status " + exit + "; no cache was made.");
            System.exit(1);
        }
        List<String> lines = new ArrayList<>(JVM);
        lines.addAll(List.of("-XX:AOTCache=" + CACHE, "-cp", libraries + File.pathSeparator + "bots/*"));
        Files.write(Path.of(ARGUMENTS), lines);
        System.out.println("Start the server with: java @" + ARGUMENTS + " dev.tertulia.server.Application");
    }

    /** The libraries of this class path in a fixed order, because the cache is valid for one order only. */
    private static String libraries() {
        return Stream.of(ManagementFactory.getRuntimeMXBean().getClassPath().split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).startsWith("bots")).sorted()
                .reduce((one, next) -> one + File.pathSeparator + next).orElseThrow();
    }

    private static int train(String libraries) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-XX:AOTCacheOutput=" + CACHE, "-cp", libraries, Training.class.getName(), CHILD));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
