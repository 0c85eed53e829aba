package dev.tertulia.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.FakeGraph;
import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;

/** The application makes an AOT cache from a training run, and starts faster with it, whatever bots there are. */
class AotCacheIT {

    private static final String MAIN = "dev.tertulia.server.Application";
    private static final int STARTS = 3;

    @TempDir
    private static Path home;

    private static FakeGraph graph;

    /** The layout of the application, without its size: the cache also depends on the names and times of jars. */
    @BeforeAll
    static void train() throws Exception {
        graph = new FakeGraph(0);
        Path app = Path.of(Objects.requireNonNull(System.getProperty("app"), "the folder of the app"));
        for (String folder : List.of("lib", "bots", "config")) {
            link(app.resolve(folder), Files.createDirectory(home.resolve(folder)));
        }
        Process training = new ProcessBuilder(java(), "-cp", "lib/*:bots/*", "dev.tertulia.server.Training")
                .directory(home.toFile()).redirectErrorStream(true).start();
        String output = new String(training.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(training.waitFor(2, TimeUnit.MINUTES)).as(output).isTrue();
        assertThat(output).endsWith("Start the server with: java @app.args " + MAIN + "\n");
    }

    @AfterAll
    static void stop() {
        graph.close();
    }

    private static void link(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.createSymbolicLink(to.resolve(file.getFileName()), file.toAbsolutePath());
            }
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Map<String, String> live() {
        return Map.of("WHATSAPP_ACCESS_TOKEN", "token", "WHATSAPP_APP_SECRET", Meta.APP_SECRET,
                "WHATSAPP_VERIFY_TOKEN", "hello", "WHATSAPP_PHONE_NUMBER_ID", Delivery.NUMBER, "WHATSAPP_GRAPH_URL",
                graph.url().toString(), "REDIS_URI", TestRedis.shared().uri());
    }

    /** The time from the start of the process until it is ready for deliveries. */
    private static Duration start(List<String> arguments) {
        long begun = System.nanoTime();
        try (App app = App.start(home, arguments, live()); Meta meta = new Meta(app.url())) {
            assertThat(meta.get("/health/readiness").statusCode()).isEqualTo(200);
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private static Duration median(List<String> arguments) {
        Duration[] times = new Duration[STARTS];
        Arrays.setAll(times, i -> start(arguments));
        Arrays.sort(times);
        return times[STARTS / 2];
    }

    @Test
    void startsFasterWithTheCache() {
        List<String> plain = List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-cp", "lib/*:bots/*", MAIN);
        List<String> cached = List.of("@app.args", MAIN);
        start(cached);

        Duration without = median(plain);
        Duration with = median(cached);
        System.out.printf("ready after %d ms with the AOT cache, %d ms without it: ratio %.2f%n", with.toMillis(),
                without.toMillis(), (double) with.toMillis() / without.toMillis());
        assertThat(with).isLessThan(without);
    }

    @Test
    void theCacheIsValidForOtherBotsToo() {
        List<String> arguments = new ArrayList<>(List.of("-Xlog:aot,cds", "@app.args", MAIN));
        try (App app = App.start(home, arguments, live())) {
            assertThat(app.output()).contains("Opened AOT cache app.aot", "Using AOT-linked classes: true")
                    .doesNotContain("mismatch");
        }
    }
}
