package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Maven for projects outside of this tree: it resolves this build's artifacts from its output folder. */
final class StagedMaven {

    private static final int MINUTES = 5;
    /** All other artifacts come from the local repository. */
    private static final String SETTINGS = """
            <settings>
              <localRepository>%s</localRepository>
              <profiles>
                <profile>
                  <id>machine</id>
                  <repositories>
                    <repository><id>machine</id><url>%2$s</url><snapshots><enabled>true</enabled></snapshots></repository>
                  </repositories>
                  <pluginRepositories>
                    <pluginRepository><id>machine</id><url>%2$s</url></pluginRepository>
                  </pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles><activeProfile>machine</activeProfile></activeProfiles>
            </settings>
            """;

    private final Path folder;
    private final Path settings;

    /** Writes its settings and logs to a folder. */
    StagedMaven(Path folder) throws IOException {
        this.folder = folder;
        this.settings = Files.writeString(folder.resolve("settings.xml"),
                SETTINGS.formatted(property("staged"), Path.of(property("central")).toUri()));
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }

    /** The command line with these goals. */
    List<String> command(String... goals) {
        List<String> command = new ArrayList<>(List.of(property("maven"), "-B", "-ntp", "-s", settings.toString()));
        command.addAll(List.of(goals));
        return command;
    }

    /** Builds a project and returns the log. */
    String build(Path project, String... goals) throws IOException, InterruptedException {
        Path log = folder.resolve(project.getFileName() + ".log");
        Process build = new ProcessBuilder(command(goals)).directory(project.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        boolean ended = build.waitFor(MINUTES, TimeUnit.MINUTES);
        build.destroyForcibly();
        String said = Files.readString(log);
        assertThat(ended && build.exitValue() == 0).as(said).isTrue();
        return said;
    }
}
