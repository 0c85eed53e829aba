package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnUnsupported;
import dev.tertulia.bot.Reply;
import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.broadcast.BroadcastProgress;
import dev.tertulia.broadcast.BroadcastProgress.State;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Events;
import dev.tertulia.store.BroadcastStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A broadcast reaches each of its groups once, as the windows allow, and stops when it is told to. */
class BroadcastTest {

    private static final Notice NEWS = Reply.text("news").orTemplate("news");
    private static final Notice HELD = Reply.text("held").orHold(Duration.ofHours(12));

    @Bot
    static final class QuietBot {

        @OnUnsupported
        void ignore() {}
    }

    private final TestLine line = Bots.line(QuietBot.class);

    private static Broadcast toGroups(Notice notice, String... groups) {
        return Broadcast.toGroups("spring", notice, List.of(groups));
    }

    private static String[] groups(int count) {
        return IntStream.range(0, count).mapToObj(i -> "G" + i).toArray(String[]::new);
    }

    private BroadcastProgress progress() {
        return line.broadcasts().progress("spring").orElseThrow();
    }

    @Test
    void saysItFreeFormOrByTemplateAsTheWindowsAllow() {
        line.receive(Events.in("G").says("hello"));

        line.broadcasts().start(toGroups(NEWS, "G", "H"));
        line.settle();

        assertThat(line.said()).containsExactlyInAnyOrder("news", "template news");
        assertThat(progress().sent()).isEqualTo(2);
        assertThat(progress().state()).isEqualTo(State.DONE);
    }

    @Test
    void reachesManyMoreGroupsThanLieInTheQueues() {
        int many = 3 * BroadcastStore.MOST_IN_QUEUES + 1;

        line.broadcasts().start(toGroups(NEWS, groups(many)));
        line.settle();

        assertThat(line.graph().asked()).extracting(asked -> asked.group()).containsExactlyInAnyOrder(groups(many));
        assertThat(progress().sent()).isEqualTo(many);
    }

    @Test
    void goesToAllThatBearALabelWhenItStarts() {
        line.group("G").label("vip");
        line.group("H").label("vip");

        line.broadcasts().start(Broadcast.toLabel("spring", NEWS, "vip"));
        line.group("I").label("vip");
        line.settle();

        assertThat(line.graph().asked()).extracting(asked -> asked.group()).containsExactlyInAnyOrder("G", "H");
    }

    @Test
    void startsOnceUnderAName() {
        line.broadcasts().start(toGroups(NEWS, "G", "H"));
        line.settle();

        BroadcastProgress again = line.broadcasts().start(toGroups(NEWS, "G", "H"));
        line.settle();

        assertThat(again.sent()).isEqualTo(2);
        assertThat(line.said()).hasSize(2);
    }

    @Test
    void refusesAnotherContentUnderTheSameName() {
        line.broadcasts().start(toGroups(NEWS, "G"));

        String message = "a broadcast 'spring' was started at 2026-03-02T09:00:00Z with another notice or to others;"
                + " give this one a name of its own";
        assertThatIllegalArgumentException().isThrownBy(() -> line.broadcasts().start(toGroups(HELD, "G")))
                .withMessage(message);
        assertThatIllegalArgumentException().isThrownBy(() -> line.broadcasts().start(toGroups(NEWS, "H")))
                .withMessage(message);
    }

    @Test
    void stopsAtOnceAlsoWhatLiesInTheQueues() {
        line.broadcasts().start(toGroups(NEWS, groups(10)));
        line.graph().meanwhile(() -> line.broadcasts().stop("spring"));

        line.settle();

        assertThat(line.said()).containsExactly("template news");
        assertThat(progress().sent()).isEqualTo(1);
        assertThat(progress().waiting()).isEqualTo(9);
        assertThat(progress().state()).isEqualTo(State.STOPPED);
        assertThat(line.journal(Step.WAITING)).hasSize(9).containsOnly("its broadcast is stopped");
    }

    @Test
    void goesOnAfterAStopAndARestart() {
        line.broadcasts().start(toGroups(NEWS, groups(10)));
        line.graph().meanwhile(() -> line.broadcasts().stop("spring"));
        line.settle();

        TestLine restarted = line.restarted();
        restarted.settle();
        assertThat(restarted.said()).isEmpty();
        restarted.broadcasts().resume("spring");
        restarted.settle();

        assertThat(restarted.said()).hasSize(9);
        assertThat(restarted.broadcasts().progress("spring").orElseThrow().sent()).isEqualTo(10);
        assertThat(line.journal(Step.BROADCAST)).containsExactly("started, to 10 groups", "stopped");
        assertThat(restarted.journal(Step.BROADCAST)).containsExactly("resumed");
    }

    @Test
    void goesOnByItselfAfterARestart() {
        line.broadcasts().start(toGroups(NEWS, groups(10)));

        TestLine restarted = line.restarted();
        restarted.settle();

        assertThat(restarted.said()).hasSize(10);
    }

    @Test
    void holdsBackWhatIsHeldWhenItIsStopped() {
        line.broadcasts().start(toGroups(HELD, "G"));
        line.settle();
        assertThat(progress().held()).isEqualTo(1);
        line.broadcasts().stop("spring");

        line.receive(Events.in("G").says("hello"));

        assertThat(line.said()).isEmpty();
        assertThat(progress().waiting()).isEqualTo(1);
    }

    @Test
    void doesNotSendAgainWhatMayHaveArrivedWhenItIsStopped() {
        line.graph().thenSaysNothing();
        line.broadcasts().start(toGroups(NEWS, "G"));
        line.settle();
        assertThat(progress().unknown()).isEqualTo(1);
        line.broadcasts().stop("spring");

        line.advance(Duration.ofMinutes(3));

        assertThat(line.said()).hasSize(1);
        assertThat(progress().failed()).isEqualTo(1);
        assertThat(line.journal(Step.DEAD))
                .containsExactly("its broadcast is stopped, and it is unknown whether it was sent");
    }

    @Test
    void countsAMessageThatBecameATemplateOnce() {
        line.receive(Events.in("G").says("hello"));
        line.broadcasts().start(toGroups(NEWS, "G"));
        line.settle();
        assertThat(progress().sent()).isEqualTo(1);

        line.receive(Events.in("G").failed("wamid.out1", line.graph().asked().getFirst().callback(), 131047));

        assertThat(line.said()).containsExactly("news", "template news");
        assertThat(progress().sent()).isEqualTo(1);
        assertThat(progress().total()).isEqualTo(1);
        assertThat(progress().state()).isEqualTo(State.DONE);
    }

    @Test
    void countsWhatWhatsAppRefusesForGood() {
        line.graph().thenRefuses(400, 131051);

        line.broadcasts().start(toGroups(NEWS, "G", "H"));
        line.settle();

        assertThat(progress().failed()).isEqualTo(1);
        assertThat(progress().sent()).isEqualTo(1);
        assertThat(progress().state()).isEqualTo(State.DONE);
    }

    @Test
    void expiresCountedFromItsStart() {
        line.broadcasts().start(toGroups(NEWS.expires(Duration.ofHours(1)), "G"));
        line.broadcasts().stop("spring");
        line.advance(Duration.ofHours(2));

        line.broadcasts().resume("spring");
        line.settle();

        assertThat(line.said()).isEmpty();
        assertThat(progress().dropped()).isEqualTo(1);
    }

    @Test
    void goesBehindEverythingElse() {
        line.broadcasts().start(toGroups(NEWS, groups(150)));
        line.graph().meanwhile(() -> line.group("H").send(Reply.text("urgent").orTemplate("urgent")));

        line.settle();

        assertThat(line.said()).hasSize(151);
        assertThat(line.said().indexOf("template urgent")).isLessThan(100);
    }

    @Test
    void refusesWhatIsEmptyOrGone() {
        line.receive(Events.in("G").deleted());

        assertThatIllegalArgumentException().isThrownBy(() -> line.broadcasts().start(toGroups(NEWS)))
                .withMessage("broadcast 'spring' goes to no group; name at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.broadcasts().start(Broadcast.toLabel("spring", NEWS, "vip")))
                .withMessage("broadcast 'spring' goes to no group; none bears the label 'vip':"
                        + " group.label(\"vip\")");
        assertThatIllegalArgumentException().isThrownBy(() -> line.broadcasts().start(toGroups(NEWS, "G", "H")))
                .withMessage("broadcast 'spring' goes to 1 groups that were deleted, such as G; leave them out");
        assertThat(line.broadcasts().list()).isEmpty();
    }

    @Test
    void leavesADeletedGroupOfALabelOut() {
        line.group("G").label("vip");
        line.group("H").label("vip");
        line.receive(Events.in("G").deleted());

        line.broadcasts().start(Broadcast.toLabel("spring", NEWS, "vip"));

        assertThat(progress().total()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.broadcasts().start(toGroups(NEWS, groups(Broadcast.MOST_GROUPS + 1))))
                .withMessage("broadcast 'spring' goes to 100001 groups; make several of 100000 at most");
    }

    @Test
    void refusesMoreThanAHundredAtOnce() {
        IntStream.range(0, 100)
                .forEach(i -> line.broadcasts().start(Broadcast.toGroups("b" + i, NEWS, List.of("G"))));

        assertThatIllegalStateException().isThrownBy(() -> line.broadcasts().start(toGroups(NEWS, "G"))).withMessage(
                "broadcast 'spring' cannot start: 100 others are running; wait until one of them is done");
        line.settle();
        line.broadcasts().start(toGroups(NEWS, "G"));
        line.settle();

        assertThat(line.said()).hasSize(101);
    }

    @Test
    void refusesToStopWhatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> line.broadcasts().stop("summer")).withMessage(
                "no broadcast 'summer' is known; it was never started, or over 90 days ago");
    }
}
