package dev.tertulia.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.Person;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;

/**
 * The groups of the numbers of a test. Operations are carried out when the test next runs due work, or waits.
 *
 * @param number the number that is meant
 */
record TestGroups(Supplier<TestBench> bench, Function<TestBench, NumberBench> number) implements Groups {

    /** The groups of the only number. */
    static TestGroups ofOnlyNumber(Supplier<TestBench> bench) {
        return new TestGroups(bench, TestBench::onlyNumber);
    }

    @Override
    public Groups of(String id) {
        bench.get().number(id);
        return new TestGroups(bench, all -> all.number(id));
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
    public Set<String> labels() {
        return groups().labels();
    }

    @Override
    public Optional<Operation> operation(OperationId id) {
        return groups().operation(id);
    }

    /** Waits by running all work that is due now. */
    @Override
    public Operation await(OperationId id, Duration atMost) throws InterruptedException {
        bench.get().settle();
        return groups().await(id, Duration.ZERO);
    }

    private Groups groups() {
        return number.apply(bench.get()).line().operator().groups();
    }
}
