package dev.tertulia.devmode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.devmode.BuildLog.State;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten versions in a row keep one conversation. Prints how long it took from each saved file to the new answer. */
class ReloadSpeedTest {

    private static final int TIMES = 10;

    @TempDir
    Path folder;

    @Test
    void answersAnewAfterEachSave() throws Exception {
        BotProject project = BotProject.create(folder, "version 1 says");
        List<Duration> taken = new ArrayList<>();
        List<String> said = new ArrayList<>();
        try (DevBench dev = new DevBench(project)) {
            for (int version = 2; version < TIMES + 2; version++) {
                long begin = System.nanoTime();
                project.counter("version " + version + " says");
                dev.awaitBuild(State.RUNNING, version);
                dev.say(0, "/count");
                said.add("version " + version + " says " + (version - 1));
                dev.awaitSaid(0, said.toArray(String[]::new));
                taken.add(Duration.ofNanos(System.nanoTime() - begin));
            }
        }

        assertThat(taken).hasSize(TIMES);
        Duration median = taken.stream().sorted().toList().get(TIMES / 2);
        System.out.println("from a saved file to the new answer: median " + median.toMillis() + " ms of "
                + taken.stream().map(Duration::toMillis).toList());
    }
}
