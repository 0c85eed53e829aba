package dev.tertulia.server;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.runtime.server.EmbeddedServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.RequestPolicy;
import dev.tertulia.journal.ControlCharacters;
import dev.tertulia.server.cli.Commands;
import dev.tertulia.server.cli.project.DevCommand;
import dev.tertulia.server.demo.Demo;
import dev.tertulia.server.demo.DemoAddress;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.lines.RateCardWatch;
import dev.tertulia.server.lines.ThroughputWatch;
import dev.tertulia.server.logging.LogFormat;
import dev.tertulia.server.numbers.NumberUpdates;
import dev.tertulia.server.numbers.Sweep;
import dev.tertulia.server.settings.ConfiguredContext;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.settings.SettingsReader;
import dev.tertulia.server.storage.StorageWatch;
import dev.tertulia.server.storage.ThisProcess;
import dev.tertulia.server.turns.TurnLog;
import dev.tertulia.store.StoreUnavailable;

/** The server process. Without an access token it runs the demo with an emulated WhatsApp; with one it runs live. */
public final class Application implements AutoCloseable {

    private static final String LOGGING = "logback.configurationFile";
    private static final Path OWN_LOGGING = Path.of("config", "logback.xml");

    private final ApplicationContext context;
    private final @Nullable Demo demo;
    private @Nullable Lines lines;

    private Application(ApplicationContext context, @Nullable Demo demo) {
        this.context = context;
        this.demo = demo;
    }

    /**
     * Starts the server, or prints one sentence that says why it cannot start and exits with status 1.
     *
     * @param args a command to run instead of the server; empty to start the server
     */
    public static void main(String[] args) {
        if (args.length > 0) {
            chooseLogging(args[0]);
            System.exit(Commands.line(Map.of(), InstantSource.system(), () -> InstalledBots.running(Map.of()))
                    .execute(args));
        }
        chooseLogging();
        try {
            Application application = start(Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(application::close, "shutdown"));
            ParentProcess.endWithIt();
            application.announce();
        } catch (RuntimeException e) {
            System.err.println(ControlCharacters.escapeLines(StartFailure.sentence(e)));
            System.exit(1);
        }
    }

    /** A command prints only its output, but {@code dev} is a server too. */
    private static void chooseLogging(String command) {
        if (command.equals(DevCommand.NAME)) {
            chooseLogging();
            ParentProcess.endWithIt();
        } else {
            System.setProperty(LOGGING, "dev/tertulia/server/quiet.xml");
        }
    }

    /** Takes the log configuration of this folder, or else the built-in one, unless a property names another. */
    static void chooseLogging() {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, Files.exists(OWN_LOGGING)
                    ? OWN_LOGGING.toString()
                    : "dev/tertulia/server/logback.xml");
        }
    }

    /** Starts the server with properties that take precedence over all others. */
    static Application start(Map<String, Object> properties) {
        ApplicationContext context = ConfiguredContext.of(properties);
        try {
            ConfiguredContext.setting(context.getEnvironment(), LogFormat.KEY).filter(LogFormat.JSON::equals)
                    .ifPresent(json -> LogFormat.useJson());
            return start(context, SettingsReader.read(context.getEnvironment()));
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static Application start(ApplicationContext context, Settings chosen) {
        if (chosen.demo()) {
            DemoAddress.choose(context.getEnvironment(), chosen.scene().access(),
                    ConfiguredContext.BELOW_ALL_OTHERS + 1);
        }
        Application application = new Application(context,
                chosen.demo() ? Demo.start(chosen.scene(), chosen.journal()) : null);
        try {
            application.registerBeans(chosen);
            application.run();
            return application;
        } catch (RuntimeException e) {
            application.close();
            throw e;
        }
    }

    private void registerBeans(Settings chosen) {
        if (demo == null) {
            context.registerSingleton(Settings.class, chosen);
            context.registerSingleton(InstantSource.class, InstantSource.system());
        } else {
            registerBeans(context, chosen, demo);
        }
    }

    /** Registers what a server of the demo is about. */
    static void registerBeans(ApplicationContext context, Settings chosen, Demo demo) {
        context.registerSingleton(Settings.class, demo.settings(chosen));
        context.registerSingleton(InstantSource.class, demo.whatsApp().clock());
        context.registerSingleton(FakeWhatsApp.class, demo.whatsApp());
        context.registerSingleton(TurnLog.class, demo.turns());
        context.registerSingleton(RequestPolicy.class, demo.admission());
        context.registerSingleton(Demo.class, demo);
    }

    private void run() {
        context.start();
        lines = context.getBean(Lines.class);
        addNumbers();
        lines.start();
        startWatches(context);
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        if (demo != null) {
            demo.deliverTo(server.getURI());
            demo.stopFor(lines);
        }
    }

    /** Before deliveries come in, which are quarantined if no number of the process is theirs. */
    private void addNumbers() {
        try {
            context.getBean(NumberUpdates.class).look();
        } catch (StoreUnavailable away) {
            LoggerFactory.getLogger(Application.class).debug("the sweep will look again: {}", away.getMessage());
        }
    }

    static void startWatches(ApplicationContext context) {
        context.getBean(Sweep.class).start();
        context.getBean(StorageWatch.class).start();
        context.getBean(ThisProcess.class).start();
        context.getBean(ThroughputWatch.class).start();
        context.getBean(RateCardWatch.class).start();
    }

    private void announce() {
        Logger log = LoggerFactory.getLogger(Application.class);
        String url = "http://localhost:" + url().getPort();
        if (demo != null) {
            log.info("demo: WhatsApp is emulated, and {}", demo.memory());
            log.info("open {}/playground, or {}/console to look after it", url, url);
        } else {
            log.info("live: deliveries are received at {}/webhook, health is at {}/health", url, url);
            context.getBean(Settings.class).console().password()
                    .ifPresent(password -> log.info("the console is at {}/console", url));
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The URL at which the process listens. */
    URI url() {
        return context.getBean(EmbeddedServer.class).getURI();
    }

    /**
     * Reports the process as not ready, finishes the work in progress, and ends. Deliveries that arrive meanwhile are
     * stored as usual; another replica handles them.
     */
    @Override
    public void close() {
        if (lines != null) {
            lines.close();
        }
        context.close();
        if (demo != null) {
            demo.close();
        }
    }
}
