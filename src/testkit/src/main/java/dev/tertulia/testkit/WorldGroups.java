package dev.tertulia.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.tertulia.Line;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;

/** The groups of a test's only number. What is asked for happens when the test next lets anything happen, or waits. */
record WorldGroups(Supplier<World> world) implements Groups {

    @Override
    public Group group(String id) {
        return line().group(id);
    }

    @Override
    public Group group(String number, String id) {
        return group(id);
    }

    @Override
    public Operation create(NewGroup group) {
        return line().create(group);
    }

    @Override
    public Operation create(String number, NewGroup group) {
        return create(group);
    }

    @Override
    public Set<String> labelled(String label) {
        return line().stores().labels().groups(label);
    }

    @Override
    public Set<String> labelled(String number, String label) {
        return labelled(label);
    }

    @Override
    public Optional<Operation> operation(OperationId id) {
        return line().operations().find(id);
    }

    /** Waits by letting everything happen that can happen now. */
    @Override
    public Operation await(OperationId id, Duration atMost) throws InterruptedException {
        world.get().settle();
        return line().operations().await(id, Duration.ZERO);
    }

    private Line line() {
        return world.get().line();
    }
}
