package dev.tertulia.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.bot.PersonEraser;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.rules.Settings;
import dev.tertulia.server.cli.store.StoreAccess;

/** The trails of cases of the phone numbers, for a command that runs next to the server. */
final class CaseTrails implements AutoCloseable {

    private final StoreAccess store;
    private final Map<String, Object> properties;

    CaseTrails(StoreAccess store, Map<String, Object> properties) {
        this.store = store;
        this.properties = properties;
    }

    /** The trails of the selected numbers, by number. */
    Map<String, Trail> of(@Nullable String number) {
        Duration keep = keep();
        Map<String, Trail> trails = new LinkedHashMap<>();
        store.operators(number)
                .forEach(operator -> trails.put(operator.number(), Trail.of(operator.fleet().logs(), keep)));
        return trails;
    }

    /** The erasers of the selected numbers, by number. */
    Map<String, PersonEraser> erasers(@Nullable String number) {
        Duration keep = keep();
        Map<String, PersonEraser> erasers = new LinkedHashMap<>();
        store.operators(number).forEach(
                operator -> erasers.put(operator.number(), new PersonEraser(operator.fleet().logs(), keep)));
        return erasers;
    }

    /** How long cases are kept: an erasure, which is recorded too, must not shorten that. */
    private Duration keep() {
        Path file = RulesCommand.configured(properties);
        return Files.exists(file) ? RulesCommand.read(file).settings().keepCases() : Settings.KEEP_CASES;
    }

    /** The current time. */
    Instant now() {
        return store.now();
    }

    @Override
    public void close() {
        store.close();
    }
}
