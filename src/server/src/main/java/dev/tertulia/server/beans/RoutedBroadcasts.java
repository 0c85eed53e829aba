package dev.tertulia.server.beans;

import jakarta.inject.Singleton;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;

import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.broadcast.ForwardingBroadcasts;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;

/**
 * The {@link Broadcasts} bean: routes each call to the line of its number. Looks the lines up on use, because they are
 * created after the bots.
 */
@Singleton
@Requires(beans = Settings.class)
final class RoutedBroadcasts extends ForwardingBroadcasts {

    private final BeanProvider<Lines> lines;

    RoutedBroadcasts(BeanProvider<Lines> lines) {
        this.lines = lines;
    }

    @Override
    public Broadcasts of(String number) {
        return lines.get().of(number).operator().broadcasts();
    }

    @Override
    protected Broadcasts answering() {
        return lines.get().only("of(number)").operator().broadcasts();
    }
}
