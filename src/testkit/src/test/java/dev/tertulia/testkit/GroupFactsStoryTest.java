package dev.tertulia.testkit;

import java.util.List;

import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.emulator.MemberView;
import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;

import static org.assertj.core.api.Assertions.assertThat;

/** Facts of an emulated group are correct through many events, and after lost webhooks. */
class GroupFactsStoryTest {

    private final TestBench world;
    private final String id;

    GroupFactsStoryTest() {
        try (ApplicationContext context = ApplicationContext.run("test")) {
            new TestBeans().register(context);
            world = new TestBench(context.getBean(HandlerFinder.class).handlers(TestBench.DISPATCH, List.of()),
                    TestBench.DISPATCH, List.of());
        }
        var asked = groups().create(NewGroup.called("Tea").describedAs("Only tea"));
        world.settle();
        id = groups().operation(asked.id()).orElseThrow().group();
    }

    private Groups groups() {
        return world.firstNumber().line().operator().groups();
    }

    private Group group() {
        return groups().group(id);
    }

    private List<String> phones(GroupFacts facts) {
        return facts.members().stream().map(person -> person.member().phone()).toList();
    }

    @Test
    void theyFollowAWholeStory() {
        MemberView ana = world.whatsApp().join(id, "Ana", null);
        MemberView ben = world.whatsApp().join(id, "Ben", null);
        MemberView eve = world.whatsApp().join(id, "Eve", null);
        String message = world.whatsApp().say(id, ana.id(), "hello");
        world.settle();
        group().rename("Cake");
        group().pin(message, 3);
        group().remove(Member.ofPhone(eve.phone()));
        world.settle();
        world.whatsApp().leave(id, ben.id());
        world.whatsApp().suspend(id, true);
        world.settle();

        GroupFacts facts = group().facts();

        assertThat(facts.profile().subject()).isEqualTo("Cake");
        assertThat(facts.profile().description()).isEqualTo("Only tea");
        assertThat(facts.profile().inviteLink()).startsWith("https://chat.whatsapp.com/");
        assertThat(facts.profile().suspended()).isTrue();
        assertThat(phones(facts)).containsExactly(ana.phone());
        assertThat(facts.pins()).extracting(GroupFacts.Pin::messageId).containsExactly(message);
    }

    @Test
    void theyAreRepairedWhenWebhooksWereLost() {
        world.whatsApp().webhooks().to((signature, body) -> 200); // delivered elsewhere
        MemberView ana = world.whatsApp().join(id, "Ana", null);
        world.whatsApp().suspend(id, true);
        world.settle();

        GroupFacts facts = group().facts();

        assertThat(phones(facts)).containsExactly(ana.phone());
        assertThat(facts.profile().suspended()).isTrue();
        assertThat(facts.times().confirmed()).isEqualTo(world.clock().now());
    }
}
