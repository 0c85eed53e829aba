package dev.tertulia.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import dev.tertulia.server.health.LineHealth;
import dev.tertulia.server.lines.Lines;

import static org.assertj.core.api.Assertions.assertThat;

/** A process whose line lost a thread reports it, and exits so that it is restarted. */
class LineHealthTest {

    private static HealthStatus status(Lines lines) {
        Publisher<HealthResult> result = new LineHealth(lines).getResult();
        return Mono.from(result).block().getStatus();
    }

    @Test
    void isDownOnceAThreadCannotGoOn() throws InterruptedException {
        BlockingQueue<String> dead = new LinkedBlockingQueue<>();
        try (Lines lines = new Lines(List.of(FailingLine.line()), dead::add)) {
            assertThat(status(lines)).isEqualTo(HealthStatus.UP);

            lines.start();

            assertThat(dead.poll(60, TimeUnit.SECONDS)).isEqualTo(FailingLine.REASON);
            assertThat(status(lines)).isEqualTo(HealthStatus.DOWN);
        }
    }

    @Test
    void theProcessEndsWithStatus70() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), FailingLine.class.getName()).redirectErrorStream(true).start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(70);
            assertThat(output).contains(
                    "this process exits with status 70 and has to be restarted: " + FailingLine.REASON);
        } finally {
            process.destroyForcibly();
        }
    }
}
