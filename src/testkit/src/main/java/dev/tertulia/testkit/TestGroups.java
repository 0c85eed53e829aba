package dev.tertulia.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.Person;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;

/**
 * The groups of the test's only phone number. Operations are carried out when the test next runs due work, or waits.
 */
record TestGroups(Supplier<TestBench> world) implements Groups {

    @Override
    public Groups of(String number) {
        groups().of(number);
        return this;
    }

    @Override
    public Group group(String id) {
        return groups().group(id);
    }

    @Override
    public Person person(Member member) {
        return groups().person(member);
    }

    @Override
    public Operation create(NewGroup group) {
        return groups().create(group);
    }

    @Override
    public Set<String> labelled(String label) {
        return groups().labelled(label);
    }

    @Override
    public Optional<Operation> operation(OperationId id) {
        return groups().operation(id);
    }

    /** Waits by running all work that is due now. */
    @Override
    public Operation await(OperationId id, Duration atMost) throws InterruptedException {
        world.get().settle();
        return groups().await(id, Duration.ZERO);
    }

    private Groups groups() {
        return world.get().line().operator().groups();
    }
}
