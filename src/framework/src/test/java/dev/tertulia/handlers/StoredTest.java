package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnSchedule;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.PerMember;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.StateUpgrade;
import dev.tertulia.bot.States;
import dev.tertulia.bot.Stored;
import dev.tertulia.message.Events;
import dev.tertulia.message.Member;

import static org.assertj.core.api.Assertions.assertThat;

/** What bots keep: for themselves or shared, for each member, over versions, with timers and schedules that read it. */
class StoredTest {

    private static final Events ANA = Events.in("G");
    private static final Events BEN = ANA.by(Events.BEN);

    record Tally(int count) {}

    @Stored(value = "tea", shared = true)
    record Tea(int cups) {}

    record Draft(String words, int version) {}

    @Bot
    static final class FirstBot {

        @OnCommand("one")
        String count(State<Tally> tally, State<Tea> tea) {
            tally.update(before -> new Tally(before.count() + 1));
            tea.update(before -> new Tea(before.cups() + 1));
            return "one " + tally.get().count() + " " + tea.get().cups();
        }
    }

    @Bot
    static final class SecondBot {

        @OnCommand("two")
        String count(State<Tally> tally, State<Tea> tea) {
            tally.update(before -> new Tally(before.count() + 1));
            tea.update(before -> new Tea(before.cups() + 1));
            return "two " + tally.get().count() + " " + tea.get().cups();
        }

        @OnCommand("owe {amount}")
        String owe(int amount, @PerMember State<Tally> mine, States<Tally> all) {
            mine.set(new Tally(amount));
            return all.all() + "";
        }

        @OnCommand("forgive")
        String forgive(Group group, States<Tally> all) {
            group.members().forEach(member -> all.of(member).clear());
            return all.all() + "";
        }

        @OnCommand("draft {words...}")
        void draft(Group group, Member member, String words) {
            group.timer("draft").of(member).restart(Duration.ofMinutes(10), new Draft(words, 2));
        }

        @OnCommand("discard")
        void discard(Group group, Member member) {
            group.timer("draft").key(member.id()).cancel();
        }

        @OnTimer("draft")
        Notice send(Draft draft, Member member, @PerMember State<Tally> drafts) {
            drafts.update(before -> new Tally(before.count() + 1));
            return Reply.text(member.name() + ": " + draft.words() + " " + drafts.get().count()).orDrop();
        }

        @OnCommand("bell")
        void bell(Group group) {
            group.timer("bell").start(Duration.ofMinutes(1));
        }

        @OnTimer("bell")
        Notice ring(@Nullable Draft draft, @Nullable Member member) {
            return Reply.text("ring " + draft + " " + member).orDrop();
        }

        @OnSchedule(value = "0 9 * * *", groups = "digest", zone = "UTC")
        Notice digest(Group group, State<Tea> tea) {
            return Reply.text("digest of " + group.id() + ": " + tea.get().cups()).orDrop();
        }

        @OnCommand("digest")
        void subscribe(Group group) {
            group.label("digest");
        }
    }

    private final TestLine line = Bots.line(FirstBot.class, SecondBot.class);

    @Test
    void eachBotHasItsOwnUnlessTheRecordIsShared() {
        line.receive(ANA.says("/one"), ANA.says("/two"), ANA.says("/two"));

        assertThat(line.said()).containsExactly("one 1 1", "two 1 2", "two 2 3");
        assertThat(line.inbox().state("G", "FirstBot.Tally")).contains("{\"count\":1}");
        assertThat(line.inbox().state("G", "tea")).contains("{\"cups\":3}");
    }

    @Test
    void whatOtherMembersHaveCanBeReached() {
        line.receive(ANA.says("/owe 3"), BEN.says("/owe 4"), ANA.says("/forgive"));

        assertThat(line.said()).containsExactly("{US.1=Tally[count=3]}",
                "{US.1=Tally[count=3], US.2=Tally[count=4]}", "{}");
    }

    @Test
    void timersOfAKeyReplaceEachOther() {
        line.receive(ANA.says("/draft one"), BEN.says("/draft two"));
        line.advance(Duration.ofMinutes(9));
        line.receive(ANA.says("/draft three"));

        line.advance(Duration.ofMinutes(9));
        assertThat(line.said()).containsExactly("Ben: two 1");
        line.advance(Duration.ofMinutes(1));

        assertThat(line.said()).containsExactly("Ben: two 1", "Ana: three 1");
    }

    @Test
    void timersOfAKeyAreStoppedAlone() {
        line.receive(ANA.says("/draft one"), BEN.says("/draft two"), ANA.says("/discard"));

        line.advance(Duration.ofMinutes(10));

        assertThat(line.said()).containsExactly("Ben: two 1");
    }

    @Test
    void timersMayCarryNothing() {
        line.receive(ANA.says("/bell"));

        line.advance(Duration.ofMinutes(1));

        assertThat(line.said()).containsExactly("ring null null");
    }

    @Test
    void schedulesOfGroupsRunOnceADay() {
        line.receive(ANA.says("/digest"), Events.in("H").says("/digest"), Events.in("I").says("hi"));

        line.advance(Duration.ofHours(23));
        line.receive(ANA.at(line.clock().instant()).says("hi"), Events.in("H").at(line.clock().instant()).says("hi"));
        line.advance(Duration.ofHours(1));

        assertThat(line.said()).containsExactlyInAnyOrder("digest of G: 0", "digest of H: 0");
    }

    record Score(List<Integer> points) {}

    @Bot
    static final class ScoreBot {

        @OnCommand("score")
        String score(State<Score> score) {
            return score.get().points() + "";
        }
    }

    @Singleton
    @Requires(env = Bots.ENVIRONMENT)
    static final class ScoreUpgrade implements StateUpgrade<Score> {

        @Override
        public Class<Score> type() {
            return Score.class;
        }

        @Override
        public Score upgrade(Map<String, Object> stored) {
            return new Score(List.of((Integer) stored.get("points")));
        }
    }

    /** The bot as it was before its record changed. */
    @Bot
    @Stored("ScoreBot")
    static final class FormerScoreBot {

        @OnCommand("score")
        void score(State<FormerScore> score) {
            score.set(new FormerScore(7));
        }
    }

    @Stored("Score")
    record FormerScore(int points) {}

    @Test
    void recordsWhoseShapeChangedAreUpgraded() {
        TestLine former = Bots.line(FormerScoreBot.class);
        former.receive(ANA.says("/score"));

        TestLine today = former.restartedWith(Bots.found(ScoreBot.class));
        today.receive(ANA.says("/score"));

        assertThat(today.said()).containsExactly("[7]");
    }
}
