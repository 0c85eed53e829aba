package dev.tertulia.server.demo;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.DeclaredTemplates;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.GroupView;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.emulator.RequestPolicy;
import dev.tertulia.emulator.StateFile;
import dev.tertulia.emulator.webhook.HttpWebhooks;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.BadSettings;
import dev.tertulia.server.settings.DemoAccess;
import dev.tertulia.server.settings.GraphSite;
import dev.tertulia.server.settings.Scene;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.settings.Shown;
import dev.tertulia.server.settings.WebhookSecrets;
import dev.tertulia.server.storage.MemoryStorage;
import dev.tertulia.server.storage.Storage;
import dev.tertulia.server.storage.TurnLogStorage;
import dev.tertulia.server.turns.TurnLog;
import dev.tertulia.store.EventJournal;

/** An emulated WhatsApp inside this process, with a group whose members can write. It needs no account. */
public final class Demo implements AutoCloseable {

    private static final double MESSAGES_PER_SECOND = 80;
    private static final double OPERATIONS_PER_SECOND = 1;
    private static final int SECRET_BYTES = 16;

    private static final String SEED = "TERTULIA_DEMO_SEED (tertulia.demo.seed)";
    private static final String KEPT = "TERTULIA_DEMO_KEEP (tertulia.demo.keep)";

    private final FakeWhatsApp whatsApp;
    private final RequestPolicy admission;
    private final Emulator emulator;
    private final TurnLog turns;
    private final TurnLogStorage storage;
    private final DemoStops stops;
    private final @Nullable StateFile stateFile;

    private Demo(FakeWhatsApp whatsApp, @Nullable StateFile stateFile, DemoAccess access, EventJournal.Limits journal) {
        this.whatsApp = whatsApp;
        this.admission = new RequestPolicy(access.open(), Set.copyOf(access.hosts()));
        this.emulator = Emulator.start(0, whatsApp);
        this.turns = new TurnLog(whatsApp.clock());
        this.storage = new TurnLogStorage(new MemoryStorage(journal), turns);
        this.stops = new DemoStops(whatsApp, storage.memory());
        whatsApp.clock().stopAt(stops);
        this.stateFile = stateFile;
    }

    /**
     * Starts from the state file if it exists, or else from the seed file, or else with one group of three members.
     *
     * @param journal the bounds of the journal of events
     * @throws BadSettings if one of the files cannot be used
     */
    public static Demo start(Scene scene, EventJournal.Limits journal) {
        FakeWhatsApp whatsApp = new FakeWhatsApp(account(), MovableClock.ticking());
        whatsApp.webhooks().anywhere(scene.access().webhooksAnywhere());
        DeclaredTemplates.into(whatsApp.templates());
        boolean known = scene.kept().filter(Files::exists).isPresent();
        if (known) {
            use(KEPT, scene.kept().get(), whatsApp::restore);
        } else {
            scene.seed().ifPresentOrElse(file -> use(SEED, file, whatsApp::seed), () -> addDefaultGroup(whatsApp));
            whatsApp.webhooks().discard(); // bots greet only members who join later
        }
        AtomicReference<@Nullable StateFile> stateFile = new AtomicReference<>();
        scene.kept().ifPresent(kept -> use(KEPT, kept, file -> stateFile.set(whatsApp.keep(file))));
        return new Demo(whatsApp, stateFile.get(), scene.access(), journal);
    }

    /** An account with random secrets, which only this process knows. */
    private static AccountSettings account() {
        return AccountSettings.demo().withAccessToken(secret()).withAppSecret(secret()).withVerifyToken(secret());
    }

    private static String secret() {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static void use(String key, Path file, Consumer<Path> use) {
        try {
            use.accept(file);
        } catch (IllegalArgumentException | UncheckedIOException | NoSuchElementException e) {
            throw new BadSettings(
                    "%s: %s".formatted(key, Shown.about(file.toString(), String.valueOf(e.getMessage()))));
        }
    }

    private static void addDefaultGroup(FakeWhatsApp whatsApp) {
        GroupView group = whatsApp.createGroup("Sunday football");
        List.of("Ana", "Ben", "Carla").forEach(name -> whatsApp.join(group.id(), name, null));
    }

    /** The part of the start message that says which data survives the process. */
    public String memory() {
        return stateFile == null
                ? "all data is lost when the process ends"
                : "%s keeps the groups; the bots' state is lost when the process ends".formatted(stateFile);
    }

    public FakeWhatsApp whatsApp() {
        return whatsApp;
    }

    /** The rule that decides which requests this process answers at its own port. */
    public RequestPolicy admission() {
        return admission;
    }

    /** The log of the bots' turns. */
    public TurnLog turns() {
        return turns;
    }

    /** What the bots remember and what waits for them. */
    public Storage storage() {
        return storage;
    }

    /** The chosen settings, with the account, address and secrets of this emulator. */
    public Settings settings(Settings chosen) {
        AccountSettings whatsApp = this.whatsApp.settings();
        return new Settings(
                List.of(new Account(whatsApp.phoneNumberId(), whatsApp.businessAccountId(), whatsApp.accessToken(),
                        MESSAGES_PER_SECOND,
                        OPERATIONS_PER_SECOND)),
                new GraphSite(emulator.url(), chosen.graph().version(), chosen.graph().timeout(),
                        chosen.graph().templateLanguage()),
                new WebhookSecrets(whatsApp.appSecret(), whatsApp.verifyToken()), Optional.empty(), chosen.line(),
                chosen.failures(), chosen.bots(), chosen.scene(), chosen.classifiers(), chosen.console(),
                chosen.journal());
    }

    /** Makes a moved clock wait, at each moment at which something is due, for these lines. */
    public void stopFor(Lines lines) {
        stops.follow(lines);
    }

    /** Waits, 2 seconds at most, until the lines have done what can be done now. */
    public void settle() {
        stops.settle();
    }

    /** Directs webhooks to this process. */
    public void deliverTo(URI server) {
        whatsApp.webhooks().to(new HttpWebhooks(server.resolve("/webhook")));
    }

    @Override
    public void close() {
        turns.close();
        emulator.close();
        if (stateFile != null) {
            stateFile.close();
        }
    }
}
