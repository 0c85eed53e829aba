package dev.tertulia.handlers;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnLeave;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnReaction;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Event;
import dev.tertulia.message.Events;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Member;
import dev.tertulia.message.Quote;

import static org.assertj.core.api.Assertions.assertThat;

/** A handler's parameters are filled by their type. */
class ParametersTest {

    private static final List<Object> GOT = new ArrayList<>();

    @Singleton
    static final class Kettle {}

    @Bot
    static final class CuriousBot {

        @OnMessage
        void message(GroupMessage message, Event event, Turn turn, Group group, Member member, @Nullable Quote quoted,
                Kettle kettle) {
            GOT.addAll(List.of(message, event, turn.event(), turn.now(), group.id(), turn.group().id(), member,
                    kettle.getClass()));
            GOT.add(quoted);
        }

        @OnJoin
        void joined(Joined joined, Member member) {
            GOT.addAll(List.of(joined, member));
        }

        @OnLeave
        void left(Member member) {
            GOT.add(member);
        }

        @OnReaction
        void reacted(Member member) {
            GOT.add(member);
        }
    }

    private final TestLine line = Bots.line(CuriousBot.class);

    @BeforeEach
    void forget() {
        GOT.clear();
    }

    @Test
    void byTheirType() {
        Quote quoted = new Quote("wamid.1", "15550783881");
        GroupMessage message = Events.in("G").answers("yes", quoted);

        line.receive(message);

        assertThat(GOT).containsExactly(message, message, message, line.clock().instant(), "G", "G", Events.ANA,
                Kettle.class, quoted);
    }

    @Test
    void withNothingWhereNothingIsQuoted() {
        line.receive(Events.in("G").says("yes"));

        assertThat(GOT).last().isNull();
    }

    @Test
    void withWhoeverItIsAbout() {
        Joined joined = Events.in("G").by(Events.BEN).joins();

        line.receive(joined, Events.in("G").leaves(), Events.in("G").by(Events.BEN).reacts("wamid.1", "👍"));

        assertThat(GOT).containsExactly(joined, Events.BEN, Events.ANA, Events.BEN);
    }
}
