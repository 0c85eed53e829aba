package dev.tertulia.server;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;

import dev.tertulia.handler.Handlers;
import dev.tertulia.server.demo.Demo;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.ConfiguredContext;
import dev.tertulia.server.settings.SettingsReader;

/**
 * A server of the demo with one version of the bots, at a free port of its own. Several may follow each other over one
 * demo, which holds the groups, the messages, the bots' state and the clock; like replicas, they share its events.
 */
public final class DemoServer implements AutoCloseable {

    /** Two servers overlap, so they share no port. The binders of metrics would register what the JVM keeps for good. */
    private static final Map<String, Object> OWN = Map.of("tertulia.port", 0, "tertulia.host", "127.0.0.1",
            "tertulia.management.port", "",
            "micronaut.metrics.binders.jvm.enabled", false, "micronaut.metrics.binders.logback.enabled", false,
            "micronaut.health.monitor.enabled", false);

    private final Demo demo;
    private final ApplicationContext context;
    private final Lines lines;
    private final URI url;

    private DemoServer(Demo demo, ApplicationContext context) {
        this.demo = demo;
        this.context = context;
        context.start();
        this.lines = context.getBean(Lines.class);
        this.url = context.getBean(EmbeddedServer.class).start().getURI();
    }

    /**
     * Starts a server that does not work yet: it answers requests, but receives no events.
     *
     * @throws dev.tertulia.handler.BadHandler if a handler is wrong, in one of the causes; {@link #reason} says which
     */
    public static DemoServer prepare(Demo demo, BotClasses bots) {
        ApplicationContext context = ConfiguredContext.of(OWN, bots.loader());
        try {
            Application.registerBeans(context, SettingsReader.read(context.getEnvironment()), demo);
            context.registerSingleton(BotClasses.class, bots);
            return new DemoServer(demo, context);
        } catch (RuntimeException | Error e) {
            context.close();
            throw e;
        }
    }

    /** The sentence that says why a server could not be prepared. */
    public static String reason(Throwable failure) {
        return StartFailure.sentence(failure);
    }

    /** Receives events from now on, in place of the server before. */
    public void receive() {
        demo.deliverTo(url);
    }

    /** Handles events from now on. */
    public void work() {
        lines.start();
        demo.stopFor(lines);
        Application.startWatches(context);
    }

    /** Looks for work at once: another server of the demo has ended. */
    public void lookNow() {
        lines.lookNow();
    }

    /** The address at which it listens. */
    public URI url() {
        return url;
    }

    /** Descriptions of its handlers. */
    public List<Handlers.Listening> handlers() {
        return context.getBean(Handlers.class).listening();
    }

    /** Begins nothing new, finishes the turns and sends in progress, and leaves the rest to others. */
    public void finish() {
        lines.close();
    }

    @Override
    public void close() {
        finish();
        context.close();
    }
}
