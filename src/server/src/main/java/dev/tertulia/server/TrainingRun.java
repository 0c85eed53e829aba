package dev.tertulia.server;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.GroupView;
import dev.tertulia.emulator.MemberView;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.emulator.webhook.HttpWebhooks;
import dev.tertulia.redis.RedisConnection;
import dev.tertulia.redis.Rings;
import dev.tertulia.server.storage.RedisStorage;
import dev.tertulia.server.storage.Storage;
import dev.tertulia.store.EventJournal;
import dev.tertulia.store.StoreUnavailable;

/** A short life of the server in live mode, against the emulator, from which the JVM learns which classes it needs. */
final class TrainingRun {

    /** The property that enables the bot of the run. */
    static final String PROPERTY = "training.run";

    private static final int MESSAGES = 50;
    private static final int PATIENCE_SECONDS = 60;

    private final AccountSettings account = AccountSettings.demo();
    private final FakeWhatsApp whatsApp = new FakeWhatsApp(account, MovableClock.ticking());
    private final CountDownLatch answered = new CountDownLatch(MESSAGES);

    /**
     * Starts the server, has it answer messages, and stops it.
     *
     * @throws IllegalStateException if it does not answer in time
     */
    void run() throws InterruptedException {
        whatsApp.onCall(call -> {
            if (call.path().endsWith("/messages")) {
                answered.countDown();
            }
        });
        try (Emulator emulator = Emulator.start(0, whatsApp); Application server = Application.start(live(emulator))) {
            whatsApp.webhooks().to(new HttpWebhooks(server.url().resolve("/webhook")));
            GroupView group = whatsApp.createGroup("Training");
            MemberView member = whatsApp.join(group.id(), "Ana", null);
            for (int i = 0; i < MESSAGES; i++) {
                whatsApp.say(group.id(), member.id(), "/count " + i);
            }
            if (!answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server did not answer within " + PATIENCE_SECONDS + " s");
            }
        }
    }

    private Map<String, Object> live(Emulator emulator) {
        Map<String, Object> settings = new HashMap<>(Map.of("tertulia.port", 0, "tertulia.host", "127.0.0.1",
                "whatsapp.graph-url", emulator.url().toString(), "whatsapp.access-token", account.accessToken(),
                "whatsapp.app-secret", account.appSecret(), "whatsapp.verify-token", account.verifyToken(),
                "whatsapp.phone-number-id", account.phoneNumberId(), "tertulia.bots", "TrainingBot", PROPERTY, true));
        String redis = System.getenv("REDIS_URI");
        if (redis == null) {
            settings.put("tertulia.store", "memory");
            learnRedis();
        }
        return settings;
    }

    /** Without a Redis, only the classes that connect to one, and those of its stores, are learnt. */
    private static void learnRedis() {
        Rings rings = new Rings();
        try (TrainingRedis redis = TrainingRedis.start();
                Storage storage = new RedisStorage(RedisConnection.to(redis.uri(), nanos -> {}, rings), rings,
                        EventJournal.Limits.USUAL)) {
            storage.of("1");
            storage.numbersWithWork();
        } catch (StoreUnavailable expected) {
            // it answers nothing else
        }
    }
}
