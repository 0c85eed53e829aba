package dev.tertulia.server.console.numbers;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.graph.http.Breaker;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.ApplicationVersion;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.storage.Storage;
import dev.tertulia.server.storage.StorageProbe;
import dev.tertulia.store.StoreUnavailable;

/** Checks of the process that answers, and facts about it. */
@Singleton
@Requires(beans = Settings.class)
final class ProcessChecks {

    private final Lines lines;
    private final Storage storage;
    private final StorageProbe probe;
    private final Breaker graph;
    private final HandlerRuntime handlers;
    private final Settings settings;

    ProcessChecks(Lines lines, Storage storage, StorageProbe probe, Breaker graph, HandlerRuntime handlers,
            Settings settings) {
        this.lines = lines;
        this.storage = storage;
        this.probe = probe;
        this.graph = graph;
        this.handlers = handlers;
        this.settings = settings;
    }

    List<NumbersPage.Check> checks() {
        List<NumbersPage.Check> checks = new ArrayList<>();
        checks.add(store());
        checks.add(new NumbersPage.Check("check.graph", !graph.away(), graph.host()));
        checks.add(new NumbersPage.Check("check.threads", lines.alive(), lines.all().size() + ""));
        checks.add(new NumbersPage.Check("check.handlers", handlers.stuck().isEmpty(),
                String.join(", ", handlers.stuck().keySet())));
        return checks;
    }

    private NumbersPage.Check store() {
        String kind = settings.redis().isPresent() ? "Redis" : "memory";
        try {
            probe.look();
            List<String> warnings = storage.warnings();
            return new NumbersPage.Check("check.store", warnings.isEmpty(),
                    warnings.isEmpty() ? kind : kind + ": " + String.join(" ", warnings));
        } catch (StoreUnavailable away) {
            return new NumbersPage.Check("check.store", false, kind + ": " + away.getMessage());
        }
    }

    List<NumbersPage.Fact> facts() {
        Duration up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return List.of(new NumbersPage.Fact("fact.version", ApplicationVersion.text()),
                new NumbersPage.Fact("fact.java", Runtime.version().toString()),
                new NumbersPage.Fact("fact.api", settings.graph().version() + ", " + settings.graph().url().getHost()),
                new NumbersPage.Fact("fact.uptime", "%d h %d min".formatted(up.toHours(), up.toMinutesPart())));
    }
}
