package dev.tertulia.server;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.tertulia.message.AccountUpdated;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Health and metrics of every replica show WhatsApp's restrictions on the account, also after a restart. */
class AccountHealthTest {

    private static final String ACCOUNT = "102290129340398";
    private static final Instant END = Instant.parse("2099-01-01T00:00:00Z");

    private static String delivery(String field, String value) {
        return """
                {"object": "whatsapp_business_account", "entry": [{"id": "%s", "time": %d, "changes": [{"field": "%s",
                "value": %s}]}]}""".formatted(ACCOUNT, Instant.now().getEpochSecond(), field, value);
    }

    private static String restriction() {
        return delivery("account_update", """
                {"event": "ACCOUNT_RESTRICTION", "restriction_info": [{"restriction_type":
                "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": %d}]}""".formatted(END.getEpochSecond()));
    }

    private static String gauge(String name, int value) {
        return "tertulia_account_" + name + "{number=\"" + Delivery.NUMBER + "\"} " + value + ".0";
    }

    @Test
    void everyReplicaSaysWhatIsForbidden() {
        try (TestRedis redis = TestRedis.start("--appendonly", "no");
                LiveServer one = new LiveServer(Map.of("redis.uri", redis.uri()));
                LiveServer other = new LiveServer(Map.of("redis.uri", redis.uri()))) {
            one.meta().deliver(restriction());

            for (LiveServer replica : new LiveServer[]{one, other}) {
                await().untilAsserted(() -> assertThat(replica.meta().get("/health").body())
                        .contains("WhatsApp restricts the account until " + END, "DEGRADED"));
                assertThat(replica.meta().get("/health/readiness").statusCode()).isEqualTo(200);
                await().untilAsserted(
                        () -> assertThat(replica.meta().get("/prometheus").body()).contains(gauge("restricted", 1)));
            }
            try (LiveServer later = new LiveServer(Map.of("redis.uri", redis.uri()))) {
                assertThat(later.meta().get("/prometheus").body()).contains(gauge("restricted", 1));
            }
        }
    }

    @Test
    void aPausedTemplateIsCountedUntilItIsWell() {
        String update = """
                {"event": "%s", "message_template_id": 1, "message_template_name": "welcome",
                "message_template_language": "en", "reason": "NONE"}""";
        try (LiveServer server = new LiveServer(Map.of())) {
            server.meta().deliver(delivery("message_template_status_update", update.formatted("PAUSED")));
            await().untilAsserted(() -> {
                assertThat(server.meta().get("/health").body()).contains("template welcome (en) is PAUSED");
                assertThat(server.meta().get("/prometheus").body()).contains(gauge("troubled", 1),
                        "step=\"template_trouble\"} 1.0");
            });

            server.meta().deliver(delivery("message_template_status_update", update.formatted("APPROVED")));

            await().untilAsserted(
                    () -> assertThat(server.meta().get("/prometheus").body()).contains(gauge("troubled", 0)));
        }
    }

    @Test
    void everyNumberOfTheAccountIsConcerned() {
        try (LiveServer server = new LiveServer(Map.of("whatsapp.business-account-id", ACCOUNT,
                "whatsapp.numbers.one.phone-number-id", "1", "whatsapp.numbers.two.phone-number-id", "2",
                "whatsapp.numbers.three.phone-number-id", "3", "whatsapp.numbers.three.business-account-id", "999"))) {
            server.meta().deliver(restriction());

            await().untilAsserted(() -> assertThat(server.bot().heard()).filteredOn(AccountUpdated.class::isInstance)
                    .extracting(event -> event.origin().number()).containsExactlyInAnyOrder("1", "2"));
        }
    }
}
