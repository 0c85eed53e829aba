package dev.tertulia.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;

import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.FakeGraph;
import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;

/** Load program: clients without the app secret occupy what they can of a small process while Meta delivers. */
class AbuseLoad {

    private static final int BODIES = Integer.getInteger("abuse.bodies", 200);
    private static final int CONNECTIONS = Integer.getInteger("abuse.connections", 12_000);
    private static final int LARGE = 3_000_000;
    private static final int DELIVERIES = 50;
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final String HEAD = """
            POST /webhook HTTP/1.1\r
            Host: localhost\r
            X-Hub-Signature-256: sha256=%s\r
            """.formatted("0".repeat(64));
    private static final List<String> ARGUMENTS = List.of("-Xmx256m", "-XX:MaxDirectMemorySize=128m",
            "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
            Objects.requireNonNull(System.getProperty("surefire.test.class.path"), "the class path of the test"),
            "dev.tertulia.server.Application");

    private int delivered;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] started(int announced, int sent) {
        byte[] head = bytes(HEAD + "Content-Length: " + announced + "\r\n\r\n");
        byte[] all = Arrays.copyOf(head, head.length + sent);
        Arrays.fill(all, head.length, all.length, (byte) ' ');
        return all;
    }

    @Test
    void outsidersKeepNobodyOut() throws IOException {
        try (FakeGraph graph = new FakeGraph(0);
                App app = App.start(Path.of("target"), ARGUMENTS, environment(graph));
                Meta meta = new Meta(app.url())) {
            deliver(meta, "warm-up", DELIVERIES);
            byte[] almost = started(LARGE, LARGE - 1);
            attack(app, "held bodies", BODIES, i -> almost);
            byte[] unsigned = bytes("POST /webhook HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3000000\r\n\r\n ");
            attack(app, "unsigned bodies", BODIES, i -> unsigned);
            attack(app, "one byte each", CONNECTIONS, i -> bytes("P"));
            byte[] oneOfBody = started(LARGE, 1);
            attack(app, "one byte of a body each", CONNECTIONS, i -> oneOfBody);
            byte[] chunked = bytes(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
            attack(app, "slow bodies", BODIES, i -> chunked, bytes("1\r\n \r\n"));
            byte[] packed = bytes(
                    HEAD + "Content-Encoding: gzip\r\nContent-Length: 1000000\r\n\r\n\u001f\u008bnonsense");
            attack(app, "bad gzip", BODIES, i -> packed);
        }
    }

    private static Map<String, String> environment(FakeGraph graph) {
        return Map.of("WHATSAPP_ACCESS_TOKEN", "token", "WHATSAPP_APP_SECRET", Meta.APP_SECRET, "WHATSAPP_VERIFY_TOKEN",
                "hello", "WHATSAPP_PHONE_NUMBER_ID", Delivery.NUMBER, "WHATSAPP_GRAPH_URL", graph.url().toString(),
                "TERTULIA_STORE", "memory");
    }

    /** Holds connections after an initial write, writes more from time to time, and closes them. */
    private void attack(App app, String name, int count, IntFunction<byte[]> first, byte... more) throws IOException {
        Waits waits;
        Instant begun = Instant.now();
        long highest;
        try (Strangers strangers = new Strangers(app.url(), count, first, more); Meta meta = new Meta(app.url())) {
            waits = deliver(meta, name, DELIVERIES);
            highest = Heap.megabytesOf(app.pid());
            System.out.printf("%s: %d of %d connections opened; signed webhooks: %s; heap %d MB after a collection, "
                    + "%d s in all%n", name, strangers.opened(), count, waits, highest,
                    Duration.between(begun, Instant.now()).toSeconds());
        }
        assertThat(waits.percentile(100)).as(name + ": the longest wait").isLessThan(A_SECOND);
        Pace.pause(RECOVERY);
        try (Meta meta = new Meta(app.url())) {
            assertThat(meta.deliver(next())).as(name + ": a delivery afterwards").isEqualTo(200);
            assertThat(meta.get("/health/readiness").statusCode()).as(name + ": ready afterwards").isEqualTo(200);
        }
        System.out.printf("%s: heap %d MB afterwards%n", name, Heap.megabytesOf(app.pid()));
    }

    /** Sends deliveries one after the other and repeats those answered with 503, as Meta does, until the deadline. */
    private Waits deliver(Meta meta, String name, int count) {
        Waits waits = new Waits();
        List<Duration> taken = new ArrayList<>();
        Instant refused = null;
        while (taken.size() < count) {
            long begun = System.nanoTime();
            int status = meta.deliver(next());
            taken.add(Duration.ofNanos(System.nanoTime() - begun));
            assertThat(status).as(name).isIn(200, 503);
            if (status == 200) {
                refused = null;
            } else {
                refused = refused == null ? Instant.now() : refused;
                System.out.println(name + ": a signed webhook got 503");
                assertThat(Duration.between(refused, Instant.now())).as(name + ": only refused for")
                        .isLessThan(DEADLINE);
            }
            Pace.pause(BETWEEN);
        }
        waits.addAll(taken);
        return waits;
    }

    private String next() {
        String id = "wamid." + delivered++;
        return Delivery.ofMessages(List.of(Delivery.message("group-" + delivered, id, "/echo " + id, Instant.now())));
    }
}
