package dev.tertulia.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The script of a release, in a clone of the last commit, with a Maven that only makes the files that are expected of it. */
class ReleaseScriptTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final String SCRIPT = "src/release/release";
    private static final String MAVEN = """
            #!/bin/sh
            jar() { mkdir -p "$(dirname "$1")" && echo jar > "$1"; }
            case "$*" in
              *deploy*)
                folder=$(echo "$*" | sed 's/.*file:\\/\\/\\([^ ]*\\).*/\\1/')
                jar "$folder/dev/tertulia/tertulia-api/9.8.7/tertulia-api-9.8.7.jar"
                for module in $MODULES; do
                  jar "$folder/dev/tertulia/tertulia-$module/9.8.7/tertulia-$module-9.8.7.pom"
                done
                jar bots/target/app/lib/some.jar
                echo '{}' > bots/target/app/bom.json
                jar src/site/target/site/index.html ;;
              *exec:exec@baseline*) echo next > src/api/baseline.jar ;;
              *) jar src/api/target/api.jar ;;
            esac
            """;

    private static final String MODULES = "api archetype bom dev emulator framework moderation parent redis server testcontainers testkit";

    @TempDir
    Path folder;

    private Path clone;
    /** What the Maven of the test deploys. */
    private String deployed = MODULES;

    @BeforeEach
    void cloneProject() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.exists(ROOT.resolve(".git")), "the sources are no Git repository");
        Path maven = Files.createDirectory(folder.resolve("bin")).resolve("mvn");
        Files.writeString(maven, MAVEN);
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        clone = folder.resolve("clone");
        run(0, folder, "git", "clone", "-q", ROOT.toString(), clone.toString());
    }

    private String run(int status, Path where, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("MODULES", deployed);
        environment.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        for (String who : List.of("GIT_AUTHOR", "GIT_COMMITTER")) {
            environment.put(who + "_NAME", "Ana");
            environment.put(who + "_EMAIL", "ana@example.org");
        }
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(status);
        return said;
    }

    private List<String> changedIn(String commit) throws IOException, InterruptedException {
        return new ArrayList<>(run(0, clone, "git", "show", "--format=", "--name-only", commit).lines().toList());
    }

    @Test
    void makesTheReleaseAndTheNextSnapshot() throws IOException, InterruptedException {
        String said = run(0, clone, SCRIPT, "--no-tests", "9.8.7");

        assertThat(said).contains("jars are equal, byte for byte").contains("git push origin main v9.8.7");
        assertThat(run(0, clone, "git", "tag")).contains("v9.8.7\n");
        assertThat(changedIn("HEAD~1")).contains("CHANGELOG.md", "README.md", "pom.xml", "bots/pom.xml",
                "src/bom/pom.xml", "docs/first-bot.md", "src/app/src/test/own-project/pom.xml");
        assertThat(changedIn("HEAD")).contains("src/api/baseline.jar", "src/bom/pom.xml");
        assertThat(clone.resolve("src/bom/pom.xml")).content()
                .contains("<tertulia.version>9.8.8-SNAPSHOT</tertulia.version>");
        assertThat(clone.resolve("target/release/9.8.7/SHA256SUMS")).content()
                .contains("tertulia-api-9.8.7.jar", "tertulia-9.8.7.tar.gz", "tertulia-9.8.7.cdx.json");
    }

    /** The BOM has no parent, and Maven's own version of this plugin does not understand how the script names the folder. */
    @Test
    void deploysTheBomWithTheSamePlugin() {
        assertThat(ROOT.resolve("src/bom/pom.xml")).content()
                .contains("<artifactId>maven-deploy-plugin</artifactId><version>3.");
    }

    @Test
    void refusesARepositoryThatLacksAModule() throws IOException, InterruptedException {
        deployed = MODULES.replace(" parent", "");

        assertThat(run(1, clone, SCRIPT, "--no-tests", "9.8.7"))
                .contains("release: the repository lacks tertulia-parent", "take back what was begun");
    }

    @Test
    void refusesChangesThatAreNotCommitted() throws IOException, InterruptedException {
        Files.writeString(clone.resolve("notes.txt"), "later");

        assertThat(run(1, clone, SCRIPT, "--check", "9.8.7")).contains("uncommitted changes");
    }

    @Test
    void refusesWhatIsNoVersion() throws IOException, InterruptedException {
        assertThat(run(2, clone, SCRIPT, "next")).contains("usage: ");
    }
}
