package dev.tertulia.server.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import org.reactivestreams.Publisher;

import dev.tertulia.moderation.bot.RuleFileStatus;
import dev.tertulia.server.settings.Settings;

/**
 * Health indicator of the rule file of moderation: the version in force, and why a changed file is refused. The process
 * stays ready, because the old rules stay in force.
 */
@Singleton
@Requires(beans = {Settings.class, RuleFileStatus.class})
final class RulesHealth implements HealthIndicator {

    private final RuleFileStatus rules;

    RulesHealth(RuleFileStatus rules) {
        this.rules = rules;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        List<String> problems = rules.problems();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("file", rules.file().toString());
        details.put("version", rules.version());
        if (!problems.isEmpty()) {
            details.put("refused", problems);
        }
        return Publishers.just(HealthResult.builder("rules", problems.isEmpty()
                ? HealthStatus.UP
                : GraphHealth.DEGRADED).details(details).build());
    }
}
