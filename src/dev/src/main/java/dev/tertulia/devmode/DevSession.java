package dev.tertulia.devmode;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.micronaut.context.ApplicationContext;
import org.jspecify.annotations.Nullable;

import dev.tertulia.server.cli.terminal.CommandFailed;
import dev.tertulia.server.demo.Demo;
import dev.tertulia.server.settings.ConfiguredContext;
import dev.tertulia.server.settings.LocalServer;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.settings.SettingsReader;

/** A running development mode: an emulated WhatsApp, and the latest sound version of a project's bots. */
final class DevSession implements AutoCloseable {

    private final Project project;
    private final Demo demo;
    private final BuildLog log;
    private final SourceCompiler compiler;
    private final Reloader reloader;
    private final @Nullable ChangedTests tests;
    private final DevServer server;
    private final SourceWatch watch;

    private DevSession(Project project, Demo demo, int port, boolean tested) {
        this.project = project;
        this.demo = demo;
        this.log = new BuildLog(tested);
        this.compiler = new SourceCompiler(project);
        this.reloader = new Reloader(project, demo, compiler, log);
        this.tests = tested ? new ChangedTests(project, compiler, log) : null;
        this.server = DevServer.start(port, demo, log, new VersionProxy(reloader::url));
        this.watch = SourceWatch.start(project.watched(tested), this::change);
    }

    private void change(List<Path> files) {
        boolean onlyTests = files.stream().allMatch(project::isOfTests);
        if (tests != null) {
            tests.stop();
            tests.note(files);
        }
        if (!onlyTests) {
            reloader.reload(files);
        } else if (log.latest().state() == BuildLog.State.RUNNING) {
            log.testing(project.names(files));
        }
        if (tests != null && log.latest().state() == BuildLog.State.RUNNING) {
            reloader.folder().ifPresent(tests::start);
        }
    }

    /**
     * Starts, and builds the first version.
     *
     * @param tests      whether tests run after each change
     * @param properties take precedence over all other settings
     * @throws CommandFailed if it cannot start
     */
    static DevSession start(Project project, boolean tests, Map<String, Object> properties) {
        project.deleteVersions();
        try (ApplicationContext context = ConfiguredContext.of(properties)) {
            Settings settings = SettingsReader.read(context.getEnvironment());
            if (!settings.demo()) {
                throw new CommandFailed("dev emulates WhatsApp, but there is an access token; remove"
                        + " WHATSAPP_ACCESS_TOKEN (whatsapp.access-token).");
            }
            DevSession session = new DevSession(project, demo(project, settings),
                    LocalServer.in(context.getEnvironment()).url().getPort(), tests);
            session.reloader.reload(List.of());
            return session;
        }
    }

    /** The demo with the templates of the project, which are read from its sources. */
    private static Demo demo(Project project, Settings settings) {
        Thread here = Thread.currentThread();
        ClassLoader usual = here.getContextClassLoader();
        here.setContextClassLoader(new VersionLoader(project, project.resources()));
        try {
            return Demo.start(settings.scene(), settings.journal());
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(String.valueOf(e.getMessage()));
        } finally {
            here.setContextClassLoader(usual);
        }
    }

    URI url() {
        return server.url();
    }

    Demo demo() {
        return demo;
    }

    BuildLog log() {
        return log;
    }

    Reloader reloader() {
        return reloader;
    }

    @Override
    public void close() {
        watch.close();
        if (tests != null) {
            tests.close();
        }
        log.close();
        reloader.close();
        server.close();
        compiler.close();
        demo.close();
        project.deleteVersions();
    }
}
