package dev.tertulia.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The demo ends with its parent process, even if the parent, like Maven, does not stop its children. */
class ParentProcessTest {

    private static final int PATIENCE = 60;
    private static final String ENDS_WITH_PARENT = "-Ddev.tertulia.ends-with-parent=true";

    /** A shell and the demo that it runs. */
    private record Family(Process parent, ProcessHandle child) implements AutoCloseable {

        static Family start(String... options) throws IOException {
            List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\"; true", "sh",
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
                    System.getProperty("java.class.path")));
            command.addAll(List.of(options));
            command.add("dev.tertulia.server.Application");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet()
                    .removeIf(key -> key.matches("(TERTULIA|WHATSAPP|REDIS|OTEL|JAVA_TOOL)_.*"));
            builder.environment().put("TERTULIA_PORT", "0");
            Process parent = builder.start();
            awaitReady(parent);
            return new Family(parent, parent.children().findFirst().orElseThrow());
        }

        private static void awaitReady(Process parent) throws IOException {
            StringBuilder said = new StringBuilder();
            BufferedReader lines = parent.inputReader();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.contains("/playground")) {
                    return;
                }
            }
            throw new IllegalStateException("it did not start:\n" + said);
        }

        @Override
        public void close() {
            child.destroyForcibly();
            parent.destroyForcibly();
        }
    }

    @Test
    void demoEndsWhenItsParentIsToldTo() throws Exception {
        try (Family family = Family.start(ENDS_WITH_PARENT)) {
            family.parent().destroy();

            family.child().onExit().get(PATIENCE, TimeUnit.SECONDS);

            assertThat(family.child().isAlive()).isFalse();
        }
    }

    @Test
    void demoEndsWhenItsParentIsKilled() throws Exception {
        try (Family family = Family.start(ENDS_WITH_PARENT)) {
            family.parent().destroyForcibly();

            family.child().onExit().get(PATIENCE, TimeUnit.SECONDS);

            assertThat(family.child().isAlive()).isFalse();
        }
    }

    @Test
    void processThatWasNotAskedToOutlivesItsParent() throws Exception {
        try (Family family = Family.start()) {
            family.parent().destroyForcibly().waitFor();

            assertThat(family.child().isAlive()).isTrue();
        }
    }
}
