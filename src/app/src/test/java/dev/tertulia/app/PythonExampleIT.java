package dev.tertulia.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The example in Python tests its bot against the packaged emulator, as {@code docs/other-languages.md} describes. */
class PythonExampleIT {

    private static final Path EXAMPLE = Path.of("..", "..", "examples", "python");
    private static final Path LIBRARIES = Path.of(System.getProperty("app"), "lib");
    private static final int MINUTES = 2;

    private static boolean installed() {
        boolean python = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
        if (!python) {
            System.err.println("SKIPPED: python3 is not on the PATH; install it to run the example in Python");
        }
        return python;
    }

    @Test
    void itsTestsPass() throws IOException, InterruptedException {
        Assumptions.assumeTrue(installed());
        ProcessBuilder tests = new ProcessBuilder("python3", "-B", "-m", "unittest", "-v").directory(EXAMPLE.toFile())
                .redirectErrorStream(true);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        tests.environment().put("EMULATOR",
                "'" + java + "' -cp '" + LIBRARIES + "/*' dev.tertulia.emulator.Emulator");
        Process process = tests.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("Ran 3 tests").endsWith("OK\n");
    }
}
