package dev.tertulia.app;

import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.App;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands of the packaged application, run as processes. */
class CommandsIT {

    private final AccountSettings account = AccountSettings.demo();
    private final FakeWhatsApp whatsApp = new FakeWhatsApp(account, MovableClock.ticking());

    private Map<String, String> environment(Emulator emulator) {
        return Map.of("WHATSAPP_ACCESS_TOKEN", account.accessToken(), "WHATSAPP_APP_SECRET", account.appSecret(),
                "WHATSAPP_VERIFY_TOKEN", account.verifyToken(), "WHATSAPP_PHONE_NUMBER_ID", account.phoneNumberId(),
                "WHATSAPP_GRAPH_URL", emulator.url().toString(), "REDIS_URI", TestRedis.shared().uri());
    }

    private String lastOverride() {
        return whatsApp.calls().stream().filter(call -> call.method().equals("POST")).toList().getLast().request();
    }

    /** The signal that Ctrl-C sends has the same effect. */
    @Test
    void restoresTheWebhookOfANumberWhenItIsStopped() throws Exception {
        try (Emulator emulator = Emulator.start(0, whatsApp);
                App listening = PackagedApp.listen(environment(emulator), "http://localhost:9")) {
            assertThat(lastOverride()).contains("\"override_callback_uri\":\"http://localhost:9/webhook\"");

            listening.terminate().get(1, TimeUnit.MINUTES);

            assertThat(lastOverride()).contains("\"override_callback_uri\":\"\"");
        }
    }

    @Test
    void actsInTheEmulatorAndPrintsResultsOnly() throws Exception {
        whatsApp.createGroup("Tea");
        try (Emulator emulator = Emulator.start(0, whatsApp)) {
            assertThat(PackagedApp.command(environment(emulator), "trigger", "join", "--group", "tea", "--member",
                    "Ana")).isEqualTo("Ana joined Tea, as m1\n");
        }
    }
}
