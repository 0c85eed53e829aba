package dev.tertulia.testkit;

import java.time.Duration;
import java.util.List;

import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tertulia.bot.Groups;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.emulator.Fault;
import dev.tertulia.emulator.GroupView;
import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.State;

import static org.assertj.core.api.Assertions.assertThat;

/** A group whose creation had no response and no webhook is found in the list and not created again. */
class AmbiguousCreationTest {

    private final TestBench world;

    AmbiguousCreationTest() {
        try (ApplicationContext context = ApplicationContext.run("test")) {
            new TestBeans().register(context);
            world = new TestBench(context.getBean(HandlerFinder.class).handlers(TestBench.DISPATCH, List.of()),
                    TestBench.DISPATCH, List.of());
        }
    }

    private Groups groups() {
        return world.firstNumber().line().operator().groups();
    }

    private Operation createWith(Fault fault) {
        world.whatsApp().faults().next(fault, 1);
        Operation asked = groups().create(NewGroup.called("Tea"));
        world.settle();
        assertThat(now(asked).state()).isEqualTo(State.UNCLEAR);
        return asked;
    }

    private Operation now(Operation asked) {
        return groups().operation(asked.id()).orElseThrow();
    }

    private List<String> created() {
        return world.whatsApp().groups().stream().map(GroupView::subject).filter(subject -> subject.equals("Tea"))
                .toList();
    }

    @Test
    void whatWasCreatedIsFound() {
        world.whatsApp().webhooks().to((signature, body) -> 200); // delivered elsewhere
        Operation asked = createWith(Fault.OPERATION_TIMEOUT_ACCEPTED);
        String group = world.whatsApp().groups().getLast().id();

        world.clock().advance(Duration.ofMinutes(2));

        assertThat(now(asked).state()).isEqualTo(State.DONE);
        assertThat(now(asked).group()).isEqualTo(group);
        assertThat(created()).hasSize(1);
    }

    /** While the list cannot be read, the outcome stays unknown and no second group is created. */
    @ParameterizedTest
    @EnumSource(names = {"QUESTION_UNREADABLE", "QUESTION_EMPTY_OBJECT"})
    void aListThatCannotBeReadIsLookedAtAgain(Fault unreadable) {
        world.whatsApp().webhooks().to((signature, body) -> 200); // delivered elsewhere
        Operation asked = createWith(Fault.OPERATION_UNREADABLE_ACCEPTED);

        world.whatsApp().faults().next(unreadable, 1);
        world.clock().advance(Duration.ofMinutes(2));
        assertThat(now(asked).state()).isEqualTo(State.UNCLEAR);
        world.clock().advance(Duration.ofMinutes(1));

        assertThat(now(asked).state()).isEqualTo(State.DONE);
        assertThat(created()).hasSize(1);
    }

    @Test
    void whatWasNotCreatedIsAskedForAgain() {
        Operation asked = createWith(Fault.OPERATION_TIMEOUT);
        assertThat(created()).isEmpty();

        world.clock().advance(Duration.ofMinutes(2));

        assertThat(now(asked).state()).isEqualTo(State.DONE);
        assertThat(created()).hasSize(1);
    }
}
