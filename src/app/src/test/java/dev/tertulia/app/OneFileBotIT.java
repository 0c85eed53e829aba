package dev.tertulia.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;

/** The bot in one file compiles and runs with the dependencies and options that it declares for JBang. */
class OneFileBotIT {

    private static final Path FILE = Path.of("..", "..", "docs", "HelloBot.java");
    private static final String DEPENDENCIES = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath";

    @TempDir
    private Path folder;

    private static List<String> declared(String directive) throws IOException {
        return Pattern.compile("^//" + directive + " (.*)$", Pattern.MULTILINE).matcher(Files.readString(FILE))
                .results().map(found -> found.group(1)).flatMap(words -> List.of(words.split(" +")).stream()).toList();
    }

    private static String dependency(String coordinates) {
        String[] parts = coordinates.replaceFirst("@pom$", "").split(":");
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s%s</dependency>".formatted(parts[0],
                parts[1], parts.length > 2 ? "<version>" + parts[2] + "</version>" : "",
                coordinates.endsWith("@pom") ? "<type>pom</type><scope>import</scope>" : "");
    }

    private static String joined(List<String> dependencies, boolean managed) {
        return dependencies.stream().filter(one -> one.endsWith("@pom") == managed).map(OneFileBotIT::dependency)
                .collect(Collectors.joining());
    }

    /** The class path of the declared dependencies, as JBang resolves them. */
    private String classPath() throws IOException, InterruptedException {
        Path project = Files.createDirectory(folder.resolve("one-file"));
        List<String> dependencies = declared("DEPS");
        Files.writeString(project.resolve("pom.xml"), """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>one</groupId><artifactId>file</artifactId><version>1</version><packaging>pom</packaging>
                  <dependencyManagement><dependencies>%s</dependencies></dependencyManagement>
                  <dependencies>%s</dependencies>
                </project>
                """.formatted(joined(dependencies, true), joined(dependencies, false)));
        new StagedMaven(folder).build(project, DEPENDENCIES, "-Dmdep.outputFile=class-path");
        return Files.readString(project.resolve("class-path"));
    }

    private void compile(String classPath, Path classes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString()));
        command.addAll(declared("JAVAC_OPTIONS"));
        command.addAll(List.of("-d", classes.toString(), "-cp", classPath, FILE.toString()));
        Path log = folder.resolve("javac.log");
        Process javac = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(javac.waitFor()).as(Files.readString(log)).isZero();
    }

    @Test
    void answersInItsDemo() throws Exception {
        String classPath = classPath();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        compile(classPath, classes);

        List<String> command = new ArrayList<>(declared("RUNTIME_OPTIONS"));
        command.addAll(List.of("-cp", classes + File.pathSeparator + classPath, "hello.HelloBot"));
        try (App demo = App.start(folder, command, Map.of()); Meta client = new Meta(demo.url())) {
            DemoGroup group = new DemoGroup(client);
            group.say("/hello");

            group.awaitText("Hello, " + group.member() + "!");
        }
    }
}
