package dev.tertulia.handlers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.PerMember;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Template;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Events;
import dev.tertulia.message.Member;
import dev.tertulia.turn.TurnSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is done with a turn after its end is refused with what to do instead; before it, any thread may do it. */
class TurnEndTest {

    private static final Events IN_GROUP = Events.in("G");
    private static final Member BEN = Member.ofPhone("4915100000002");
    private static @Nullable Kept kept;
    private static CountDownLatch mayGoOn = new CountDownLatch(1);
    private static CompletableFuture<Void> wentOn = new CompletableFuture<>();

    record Count(int of) {}

    /** What a handler must not keep. */
    record Kept(Turn turn, Group group, State<Count> state) {}

    @Bot
    static final class KeepingBot {

        @OnCommand("keep")
        void keep(Turn turn, Group group, State<Count> state) {
            kept = new Kept(turn, group, state);
        }

        @OnCommand("member")
        void member(Turn turn, Group group, @PerMember State<Count> state) {
            kept = new Kept(turn, group, state);
        }

        @OnCommand("fail")
        void fail(Turn turn, Group group, State<Count> state) {
            kept = new Kept(turn, group, state);
            throw new IllegalStateException("it broke");
        }

        @OnCommand("pass")
        String pass(Turn turn, Group group, State<Count> state) {
            kept = new Kept(turn, group, state);
            turn.pass();
            return "passed";
        }

        @OnCommand("lazy")
        Stream<String> lazy(Group group, State<Count> state) {
            return Stream.of("one", "two").peek(word -> {
                state.update(count -> new Count(count.of() + 1));
                group.send(Reply.text("before " + word).orDrop());
            });
        }

        @OnCommand("count")
        String count(State<Count> state) {
            return "" + state.get().of();
        }

        @OnCommand("helped")
        String helped(Group group, State<Count> state) {
            CompletableFuture.runAsync(() -> {
                state.set(new Count(7));
                group.label("helped");
                group.send(Reply.text("from another thread").orDrop());
            }).join();
            return "done";
        }

        @OnCommand("hang")
        String hang(Turn turn, Group group, State<Count> state) {
            kept = new Kept(turn, group, state);
            boolean interrupted = true;
            while (interrupted) {
                try {
                    mayGoOn.await();
                    interrupted = false;
                } catch (InterruptedException goOn) {
                    // somebody else's code may do that
                }
            }
            try {
                state.set(new Count(99));
                wentOn.complete(null);
            } catch (RuntimeException refused) {
                wentOn.completeExceptionally(refused);
            }
            return "too late";
        }

        @OnMessage
        String next() {
            return message(() -> kept.group().send(Reply.text("late").orDrop()));
        }
    }

    private final TestLine line = Bots.line(KeepingBot.class);

    @BeforeEach
    void nothingIsKept() {
        kept = null;
        mayGoOn = new CountDownLatch(1);
        wentOn = new CompletableFuture<>();
    }

    private static String message(Runnable call) {
        try {
            call.run();
            return "nothing was thrown";
        } catch (IllegalStateException refused) {
            return refused.getMessage();
        }
    }

    static List<Arguments> calls() {
        List<Arguments> calls = new ArrayList<>();
        calls.addAll(List.of(call("Group.send", k -> k.group().send(Reply.text("late").orDrop())),
                call("Group.delete", k -> k.group().delete()), call("Group.remove", k -> k.group().remove(BEN)),
                call("Group.rename", k -> k.group().rename("late")),
                call("Group.describe", k -> k.group().describe("late")),
                call("Group.invite", k -> k.group().invite(BEN, Template.of("invite", Template.INVITE_LINK))),
                call("Group.resetInviteLink", k -> k.group().resetInviteLink()),
                call("Group.approve", k -> k.group().approve("request")),
                call("Group.reject", k -> k.group().reject("request")),
                call("Group.markRead", k -> k.group().markRead("wamid.1")),
                call("Group.pin", k -> k.group().pin("wamid.1", 1)),
                call("Group.unpin", k -> k.group().unpin("wamid.1"))));
        calls.addAll(List.of(call("Group.startTimer", k -> k.group().startTimer("late", Duration.ZERO)),
                call("Group.cancelTimers", k -> k.group().cancelTimers("late")),
                call("Group.label", k -> k.group().label("late")),
                call("Group.unlabel", k -> k.group().unlabel("late")), call("Group.labels", k -> k.group().labels()),
                call("Group.facts", k -> k.group().facts()), call("Group.send", k -> k.turn().group().send(
                        Reply.text("late").orDrop())),
                call("Turn.create", k -> k.turn().create(NewGroup.called("late"))),
                call("Turn.pass", k -> k.turn().pass()), call("State<Count>.get", k -> k.state().get()),
                call("State<Count>.set", k -> k.state().set(new Count(1))),
                call("State<Count>.get", k -> k.state().update(count -> count)),
                call("State<Count>.clear", k -> k.state().clear())));
        return calls;
    }

    private static Arguments call(String name, Consumer<Kept> call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void isRefused(String name, Consumer<Kept> call) {
        line.receive(IN_GROUP.says("/keep"));

        assertThat(message(() -> call.accept(kept))).startsWith(
                name + " was called after the turn of KeepingBot.keep(Turn, Group, State) had ended, so it would have no effect:"
                        + " do it before the handler returns, or ");
        line.settle();
        assertThat(line.said()).isEmpty();
    }

    @Test
    void isToldToUseGroupsInstead() {
        line.receive(IN_GROUP.says("/keep"));

        assertThat(message(() -> kept.group().pin("wamid.1", 1))).endsWith("take Groups in the bot's constructor and"
                + " call groups.group(\"G\").pin(…), which acts at once");
        assertThat(message(() -> kept.turn().create(NewGroup.called("late")))).endsWith("take Groups in the bot's"
                + " constructor and call groups.create(…), which acts at once");
        assertThat(message(() -> kept.state().clear())).endsWith("take Groups in the bot's constructor and call"
                + " groups.group(\"G\").startTimer(name, Duration.ZERO, payload): its @OnTimer handler has a State of"
                + " its own");
    }

    @Test
    void whatNamesTheTurnIsKnownForEver() {
        line.receive(IN_GROUP.says("/keep"));

        assertThat(kept.group().id()).isEqualTo("G");
        assertThat(kept.turn().event().group()).isEqualTo("G");
        assertThat(kept.turn().now()).isEqualTo(line.clock().instant());
    }

    @Test
    void isRefusedForAMember() {
        line.receive(IN_GROUP.says("/member"));

        assertThat(message(() -> kept.state().set(new Count(1)))).startsWith("State<Count>.set was called after");
    }

    @Test
    void isRefusedAfterAFailure() {
        line.receive(IN_GROUP.says("/fail"));

        assertThat(message(() -> kept.group().rename("late"))).startsWith(
                "Group.rename was called after the turn of KeepingBot.fail(Turn, Group, State) was given up (it"
                        + " failed), so it would have no effect");
    }

    @Test
    void isRefusedWhileTheNextHandlerRuns() {
        line.receive(IN_GROUP.says("/pass"));

        assertThat(line.said()).hasSize(2).startsWith("passed").last().asString().startsWith(
                "Group.send was called after the turn of KeepingBot.pass(Turn, Group, State) had ended");
    }

    @Test
    void whatIsReadOfAStreamIsWithinTheTurn() {
        line.receive(IN_GROUP.says("/lazy"), IN_GROUP.says("/count"));

        assertThat(line.said()).containsExactlyInAnyOrder("before one", "one", "before two", "two", "2");
    }

    @Test
    void anotherThreadMayHelpWhileTheHandlerRuns() {
        line.receive(IN_GROUP.says("/helped"), IN_GROUP.says("/count"));

        assertThat(line.said()).containsExactlyInAnyOrder("from another thread", "done", "7");
        assertThat(line.group("G").labels()).containsExactly("helped");
    }

    @Test
    void aHandlerThatWasGivenUpChangesNothingAnyMore() {
        TurnSettings usual = Bots.SETTINGS;
        TestLine impatient = Bots.line(new TurnSettings("/", usual.mentions(), Duration.ofMillis(50), 2,
                usual.firstRetry(), usual.replyHold()), KeepingBot.class);
        impatient.receive(IN_GROUP.says("/hang"));
        assertThat(impatient.inbox().deadLetters()).hasSize(1);

        mayGoOn.countDown();

        assertThatExceptionOfType(CompletionException.class).isThrownBy(wentOn::join)
                .withMessageContaining("State<Count>.set was called after the turn of KeepingBot.hang(Turn, Group,"
                        + " State) was given up (it took longer than PT0.05S), so it would have no effect");
        impatient.settle();
        assertThat(impatient.said()).isEmpty();
        assertThat(impatient.inbox().effects()).isNotEmpty()
                .allSatisfy(effects -> assertThat(effects.state()).doesNotContainKey("Count"));
    }
}
