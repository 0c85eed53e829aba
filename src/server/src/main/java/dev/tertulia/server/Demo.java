package dev.tertulia.server;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import dev.tertulia.emulator.Cloud;
import dev.tertulia.emulator.CloudSettings;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.GroupView;
import dev.tertulia.emulator.HttpWebhooks;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.GraphSite;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.settings.WebhookSecrets;

/** An emulated WhatsApp inside this process: a group with members that are ready to talk, and no account needed. */
final class Demo implements AutoCloseable {

    private static final double MESSAGES_PER_SECOND = 80;
    private static final double OPERATIONS_PER_SECOND = 1;

    private final Cloud cloud;
    private final Emulator emulator;

    private Demo(Cloud cloud, Emulator emulator) {
        this.cloud = cloud;
        this.emulator = emulator;
    }

    static Demo start() {
        Cloud cloud = new Cloud(CloudSettings.demo(), MovableClock.ticking());
        cloud.templates().add("welcome", "en", "Welcome to the group, {{1}}!");
        cloud.templates().add("reminder", "en", "You asked me to remind you: {{1}}");
        cloud.templates().add("digest", "en", "Good morning! Week {{1}} begins.");
        GroupView group = cloud.createGroup("Sunday football");
        List.of("Ana", "Ben", "Carla").forEach(name -> cloud.join(group.id(), name, null));
        cloud.discardWebhooks(); // the bots shall greet only who comes later
        return new Demo(cloud, Emulator.start(0, cloud));
    }

    Cloud cloud() {
        return cloud;
    }

    /** The settings of a process that talks to this emulator instead of Meta. */
    Settings settings(Settings chosen) {
        CloudSettings cloud = this.cloud.settings();
        return new Settings(
                List.of(new Account(cloud.phoneNumberId(), cloud.businessAccountId(), cloud.accessToken(),
                        MESSAGES_PER_SECOND,
                        OPERATIONS_PER_SECOND)),
                new GraphSite(emulator.url(), chosen.graph().version(), chosen.graph().timeout(),
                        chosen.graph().templateLanguage()),
                new WebhookSecrets(cloud.appSecret(), cloud.verifyToken()), Optional.empty(), chosen.line(),
                chosen.failures(), chosen.bots());
    }

    /** From now on webhooks go to this process. */
    void deliverTo(URI server) {
        cloud.webhooksTo(new HttpWebhooks(server.resolve("/webhook")));
    }

    @Override
    public void close() {
        emulator.close();
    }
}
