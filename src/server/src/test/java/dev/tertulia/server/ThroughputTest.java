package dev.tertulia.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The message rate is the throughput that WhatsApp reports. */
class ThroughputTest {

    private static final Path UPGRADE = Path.of("..", "wire", "webhooks",
            "phone_number_quality_update.throughput_upgrade.json");

    @Test
    void everyReplicaLearnsOfAnUpgrade() throws Exception {
        try (TestRedis redis = TestRedis.start("--appendonly", "no");
                LiveServer one = new LiveServer(Map.of("redis.uri", redis.uri()));
                LiveServer other = new LiveServer(Map.of("redis.uri", redis.uri()))) {
            await().until(() -> one.graph().questions() == 1 && other.graph().questions() == 1);
            assertThat(one.ceiling()).isEqualTo(80);
            one.graph().throughput("HIGH");
            other.graph().throughput("HIGH");
            assertThat(one.meta().deliver(Delivery.ofNow(Files.readString(UPGRADE)))).isEqualTo(200);

            await().untilAsserted(() -> assertThat(one.ceiling()).isEqualTo(1_000));
            await().untilAsserted(() -> assertThat(other.ceiling()).isEqualTo(1_000));
        }
    }

    @Test
    void itIsAskedForAtTheStart() {
        try (TestRedis redis = TestRedis.start("--appendonly", "no");
                LiveServer first = new LiveServer(Map.of("redis.uri", redis.uri()))) {
            first.graph().throughput("HIGH");
            try (LiveServer later = new LiveServer(Map.of("redis.uri", redis.uri(), "whatsapp.graph-url",
                    first.graph().url().toString()))) {
                await().untilAsserted(() -> assertThat(later.ceiling()).isEqualTo(1_000));
            }
        }
    }

    @Test
    void theOperatorKnowsBetter() throws Exception {
        try (LiveServer server = new LiveServer(Map.of("whatsapp.messages-per-second", 20))) {
            server.graph().throughput("HIGH");
            assertThat(server.meta().deliver(Delivery.ofNow(Files.readString(UPGRADE)))).isEqualTo(200);

            await().untilAsserted(() -> assertThat(server.bot().heard()).hasSize(1));
            assertThat(server.ceiling()).isEqualTo(20);
        }
    }
}
