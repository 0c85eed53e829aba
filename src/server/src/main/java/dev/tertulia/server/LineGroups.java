package dev.tertulia.server;

import jakarta.inject.Singleton;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.server.settings.Settings;

/** Hands groups to bots and other beans. It asks for the lines only when used, since they need the bots first. */
@Singleton
@Requires(beans = Settings.class)
final class LineGroups implements Groups {

    private final BeanProvider<Lines> lines;

    LineGroups(BeanProvider<Lines> lines) {
        this.lines = lines;
    }

    @Override
    public Group group(String id) {
        return lines.get().only().group(id);
    }

    @Override
    public Group group(String number, String id) {
        return lines.get().of(number).group(id);
    }
}
