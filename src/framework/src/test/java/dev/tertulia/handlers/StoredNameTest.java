package dev.tertulia.handlers;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Stored;
import dev.tertulia.handler.BadHandler;
import dev.tertulia.message.Events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What bots keep is stored under a name that survives a rename or a move of the record. */
class StoredNameTest {

    private static final Events IN_GROUP = Events.in("G");

    /** An earlier version of a program. */
    static final class Before {

        record Tally(int count) {}

        @Bot
        static final class TallyBot {

            @OnCommand("count")
            String count(State<Tally> tally) {
                tally.update(t -> new Tally(t.count() + 1));
                return "" + tally.get().count();
            }
        }
    }

    /** The next version: the record has moved. */
    static final class Moved {

        record Tally(int count) {}

        @Bot
        static final class TallyBot {

            @OnCommand("count")
            String count(State<Tally> tally) {
                tally.update(t -> new Tally(t.count() + 1));
                return "" + tally.get().count();
            }
        }
    }

    /** And the one after that: it is called otherwise. */
    static final class Renamed {

        @Stored("Tally")
        record Score(int count) {}

        @Bot
        static final class ScoreBot {

            @OnCommand("count")
            String count(State<Score> score) {
                score.update(s -> new Score(s.count() + 1));
                return "" + score.get().count();
            }
        }
    }

    @Test
    void whatWasStoredIsReadByWhoeverHasTheName() {
        TestLine before = Bots.line(Before.TallyBot.class);
        before.receive(IN_GROUP.says("/count"));

        TestLine moved = before.restartedWith(Bots.found(Moved.TallyBot.class));
        moved.receive(IN_GROUP.at(Events.NOW.plusSeconds(1)).says("/count "));
        TestLine renamed = moved.restartedWith(Bots.found(Renamed.ScoreBot.class));
        renamed.receive(IN_GROUP.at(Events.NOW.plusSeconds(2)).says("/count  "));

        assertThat(before.said()).containsExactly("1");
        assertThat(moved.said()).containsExactly("2");
        assertThat(renamed.said()).containsExactly("3");
    }

    @Bot
    static final class BothBot {

        @OnCommand("count")
        void count(State<Before.Tally> tally) {}

        @OnCommand("score")
        void score(State<Renamed.Score> score) {}
    }

    @Test
    void twoRecordsOfOneNameAreRefusedInOneBot() {
        assertThatExceptionOfType(BadHandler.class)
                .isThrownBy(() -> Bots.found(BothBot.class))
                .withMessageContaining(
                        "BothBot.score(State): parameter 'score' keeps a " + Renamed.Score.class.getName()
                                + " under the name 'Tally', as does " + Before.Tally.class.getName()
                                + "; write @Stored(\"…\") with a name of its own above one of the two records");
    }

    @Stored("my poll")
    record Poll(int votes) {}

    @Bot
    static final class PollBot {

        @OnMessage
        void vote(State<Poll> poll) {}
    }

    @Test
    void aNameHasNoSpaces() {
        Bots.refuses(PollBot.class, "PollBot.vote(State): parameter 'poll' keeps a Poll under the name 'my poll'; write"
                + " 1 to 64 letters, digits, hyphens and underscores, such as @Stored(\"poll\")");
    }
}
