package dev.tertulia.server.beans;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.Person;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;

/**
 * The {@link Groups} bean: routes each call to the line of its number. Looks the lines up on use, because they are
 * created after the bots.
 */
@Singleton
@Requires(beans = Settings.class)
final class RoutedGroups implements Groups {

    private final BeanProvider<Lines> lines;

    RoutedGroups(BeanProvider<Lines> lines) {
        this.lines = lines;
    }

    @Override
    public Groups of(String number) {
        return lines.get().of(number).operator().groups();
    }

    @Override
    public Group group(String id) {
        return only().group(id);
    }

    @Override
    public Person person(Member member) {
        return only().person(member);
    }

    @Override
    public Operation create(NewGroup group) {
        return only().create(group);
    }

    @Override
    public Set<String> labelled(String label) {
        return only().labelled(label);
    }

    @Override
    public Set<String> labels() {
        return only().labels();
    }

    private Groups only() {
        return lines.get().only("of(number)").operator().groups();
    }

    @Override
    public Optional<Operation> operation(OperationId id) {
        return lines.get().all().stream().flatMap(line -> line.operator().operations().find(id).stream()).findFirst();
    }

    @Override
    public Operation await(OperationId id, Duration atMost) throws InterruptedException {
        return lines.get().knowing(id).operator().operations().await(id, atMost);
    }
}
