package dev.tertulia.server.beans;

import java.time.Duration;

import jakarta.inject.Singleton;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.Logs;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;

/** The {@link Logs} bean: routes each call to the line of its number, as {@link RoutedBroadcasts} does. */
@Singleton
@Requires(beans = Settings.class)
final class RoutedLogs implements Logs {

    private final BeanProvider<Lines> lines;

    RoutedLogs(BeanProvider<Lines> lines) {
        this.lines = lines;
    }

    @Override
    public Logs of(String number) {
        return lines.get().of(number).operator().fleet().logs();
    }

    @Override
    public Log log(String name, Duration keep) {
        return lines.get().only("of(number)").operator().fleet().logs().log(name, keep);
    }
}
