package dev.tertulia.server.beans;

import jakarta.inject.Singleton;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;

import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.deadletter.ForwardingDeadLetters;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.webhook.Receiver;

/**
 * The {@link DeadLetters} bean: routes each call to the line of its number. Looks the lines up on use, because they are
 * created after the bots.
 */
@Singleton
@Requires(beans = Settings.class)
final class RoutedDeadLetters extends ForwardingDeadLetters {

    private final BeanProvider<Lines> lines;
    private final BeanProvider<Receiver> receiver;

    RoutedDeadLetters(BeanProvider<Lines> lines, BeanProvider<Receiver> receiver) {
        this.lines = lines;
        this.receiver = receiver;
    }

    @Override
    public DeadLetters of(String number) {
        return lines.get().of(number).operator().deadLetters(receiver.get());
    }

    @Override
    protected DeadLetters answering() {
        return lines.get().only("of(number)").operator().deadLetters(receiver.get());
    }
}
