package dev.tertulia.server.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.scheduling.TaskExecutors;

import dev.tertulia.Line;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.store.StoreUnavailable;

/**
 * Health indicator of WhatsApp's restrictions on the account, its templates and its numbers. The process stays ready:
 * it accepts deliveries, and messages that may not be sent wait.
 */
@Singleton
@Requires(beans = Settings.class)
final class AccountHealth extends AbstractHealthIndicator<Map<String, List<String>>> {

    private final Lines lines;

    AccountHealth(Lines lines, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
        this.lines = lines;
        this.executorService = executor;
    }

    @Override
    protected String getName() {
        return "account";
    }

    @Override
    protected Map<String, List<String>> getHealthInformation() {
        healthStatus = HealthStatus.UP;
        Map<String, List<String>> byNumber = new LinkedHashMap<>();
        try {
            for (Line line : lines.used()) {
                List<String> all = new ArrayList<>(line.standing().measures());
                if (!all.isEmpty()) {
                    healthStatus = GraphHealth.DEGRADED;
                }
                line.standing().troubled().forEach((subject, word) -> all.add(subject + " is " + word));
                if (!all.isEmpty()) {
                    byNumber.put(line.number(), all);
                }
            }
        } catch (StoreUnavailable away) {
            return Map.of("error", List.of(String.valueOf(away.getMessage())));
        }
        return byNumber;
    }
}
