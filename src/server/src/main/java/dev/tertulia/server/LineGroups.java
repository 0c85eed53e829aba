package dev.tertulia.server;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;
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
        return lines.get().only("group(number, id)").group(id);
    }

    @Override
    public Group group(String number, String id) {
        return lines.get().of(number).group(id);
    }

    @Override
    public Operation create(NewGroup group) {
        return lines.get().only("create(number, group)").create(group);
    }

    @Override
    public Operation create(String number, NewGroup group) {
        return lines.get().of(number).create(group);
    }

    @Override
    public Set<String> labelled(String label) {
        return lines.get().only("labelled(number, label)").stores().labels().groups(label);
    }

    @Override
    public Set<String> labelled(String number, String label) {
        return lines.get().of(number).stores().labels().groups(label);
    }

    @Override
    public Optional<Operation> operation(OperationId id) {
        return lines.get().all().stream().flatMap(line -> line.operations().find(id).stream()).findFirst();
    }

    @Override
    public Operation await(OperationId id, Duration atMost) throws InterruptedException {
        return lines.get().knowing(id).operations().await(id, atMost);
    }
}
