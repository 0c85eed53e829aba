package dev.tertulia.server.metrics;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micronaut.context.BeanProvider;

import dev.tertulia.moderation.bot.RuleFileStatus;

/** Gauge of the rule file of moderation: whether it is refused as it is now. */
@Singleton
final class RuleFileGauge implements MeterBinder {

    private final BeanProvider<RuleFileStatus> rules;

    RuleFileGauge(BeanProvider<RuleFileStatus> rules) {
        this.rules = rules;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tertulia.rules.refused", rules, RuleFileGauge::refused).register(registry);
    }

    private static int refused(BeanProvider<RuleFileStatus> rules) {
        return rules.isPresent() && !rules.get().problems().isEmpty() ? 1 : 0;
    }
}
