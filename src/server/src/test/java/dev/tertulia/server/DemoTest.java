package dev.tertulia.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.GroupView;
import dev.tertulia.server.settings.BadSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The demo starts from its default group, a seed file or a state file. */
class DemoTest {

    @TempDir
    private Path folder;

    private static Application start(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(Map.of("tertulia.port", 0));
        all.putAll(properties);
        return Application.start(all);
    }

    private static List<String> subjects(Application demo) {
        return demo.bean(FakeWhatsApp.class).groups().stream().map(GroupView::subject).toList();
    }

    private Path seed() throws IOException {
        return Files.writeString(folder.resolve("seed.yml"), """
                templates:
                  - {name: hello, language: en, body: "Hello, {{1}}!"}
                groups:
                  - subject: Chess club
                    members: [Dora, Eve]
                """);
    }

    @Test
    void threePeoplePlayFootballUnlessSaidOtherwise() {
        try (Application demo = start(Map.of())) {
            assertThat(subjects(demo)).containsExactly("Sunday football");
        }
    }

    @Test
    void seedStandsInTheirPlace() throws Exception {
        try (Application demo = start(Map.of("tertulia.demo.seed", seed().toString()))) {
            assertThat(subjects(demo)).containsExactly("Chess club");
        }
    }

    @Test
    void sceneIsKeptOverARestartAndGoesBeforeTheSeed() throws Exception {
        Map<String, Object> settings = Map.of("tertulia.demo.seed", seed().toString(), "tertulia.demo.keep",
                folder.resolve("scene.json").toString());
        try (Application demo = start(settings)) {
            demo.bean(FakeWhatsApp.class).createGroup("Film club");
        }

        try (Application again = start(settings)) {
            assertThat(subjects(again)).containsExactly("Chess club", "Film club");
        }
    }

    @Test
    void filesThatCannotBeUsedAreNamed() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.yml"), "gropus: []");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(() -> start(Map.of("tertulia.demo.seed", wrong.toString())))
                .withMessageStartingWith("TERTULIA_DEMO_SEED (tertulia.demo.seed): A seed file has no 'gropus'");
        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(() -> start(Map.of("tertulia.demo.seed", folder.resolve("none.yml").toString())))
                .withMessageEndingWith("none.yml cannot be read: it is not there.");
        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(() -> start(Map.of("tertulia.demo.keep", wrong.toString())))
                .withMessageStartingWith("TERTULIA_DEMO_KEEP (tertulia.demo.keep): " + wrong + " holds no saved state");
        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(() -> start(Map.of("tertulia.demo.keep", folder.resolve("no/where.json").toString())))
                .withMessageContaining("where.json cannot be written");
    }

    @Test
    void liveProcessRefusesThem() {
        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(() -> new LiveServer(Map.of("tertulia.demo.keep", "scene.json")))
                .withMessage("TERTULIA_DEMO_KEEP (tertulia.demo.keep) is for the demo, but with an access token the"
                        + " process is live; remove it.");
    }
}
