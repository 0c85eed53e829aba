package dev.tertulia.server.storage;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.Line;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.lines.Recurring;
import dev.tertulia.server.settings.ApplicationVersion;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.store.Processes.ProcessState;
import dev.tertulia.store.StoreUnavailable;

/** This process among those that share the store. It says every five seconds that it is alive, and what it does. */
@Singleton
@Requires(beans = Settings.class)
public final class ThisProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ThisProcess.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** Three signals may be lost. */
    private static final Duration KEEP = Duration.ofSeconds(20);

    private final Line.Environment environment;
    private final Lines lines;
    private final Storage storage;
    private final Instant started = Instant.now();
    private final String host = host();
    private final Recurring timer = new Recurring("process");

    ThisProcess(Line.Environment environment, Lines lines, Storage storage) {
        this.environment = environment;
        this.lines = lines;
        this.storage = storage;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }

    /** The name of this process, unique among all. */
    public String name() {
        return environment.owner();
    }

    public void start() {
        timer.start(PAUSE, this::beat);
    }

    private void beat() {
        try {
            storage.processes().alive(state(), KEEP);
        } catch (StoreUnavailable away) {
            LOG.debug("this process cannot say that it is alive: {}", away.getMessage());
        }
    }

    private ProcessState state() {
        List<String> sends = lines.all().stream().filter(line -> line.pump().leads()).map(Line::number).toList();
        return new ProcessState(name(), host, ApplicationVersion.text(), started, lines.all().size(), sends,
                lines.stopping());
    }

    @PreDestroy
    void close() {
        timer.close();
        try {
            storage.processes().ended(name());
        } catch (StoreUnavailable away) {
            LOG.debug("this process cannot say that it ends: {}", away.getMessage());
        }
    }
}
