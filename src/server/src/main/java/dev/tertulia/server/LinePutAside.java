package dev.tertulia.server;

import java.util.List;

import jakarta.inject.Singleton;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;

import dev.tertulia.aside.Letters;
import dev.tertulia.aside.PutAside;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.webhook.Receiver;

/** Hands letters to bots and other beans. It asks for the lines only when used, since they need the bots first. */
@Singleton
@Requires(beans = Settings.class)
final class LinePutAside implements PutAside {

    private final BeanProvider<Lines> lines;
    private final BeanProvider<Receiver> receiver;

    LinePutAside(BeanProvider<Lines> lines, BeanProvider<Receiver> receiver) {
        this.lines = lines;
        this.receiver = receiver;
    }

    @Override
    public Letters letters() {
        return lines.get().only("letters(number)").letters(receiver.get());
    }

    @Override
    public Letters letters(String number) {
        return lines.get().of(number).letters(receiver.get());
    }

    @Override
    public List<Letters> all() {
        return lines.get().all().stream().map(line -> line.letters(receiver.get())).toList();
    }
}
