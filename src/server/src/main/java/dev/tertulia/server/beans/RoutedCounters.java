package dev.tertulia.server.beans;

import jakarta.inject.Singleton;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;

import dev.tertulia.fleet.Counters;
import dev.tertulia.fleet.ForwardingCounters;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;

/** The {@link Counters} bean: routes each call to the line of its number, as {@link RoutedBroadcasts} does. */
@Singleton
@Requires(beans = Settings.class)
final class RoutedCounters extends ForwardingCounters {

    private final BeanProvider<Lines> lines;

    RoutedCounters(BeanProvider<Lines> lines) {
        this.lines = lines;
    }

    @Override
    public Counters of(String number) {
        return lines.get().of(number).operator().fleet().counters();
    }

    @Override
    protected Counters answering() {
        return lines.get().only("of(number)").operator().fleet().counters();
    }
}
