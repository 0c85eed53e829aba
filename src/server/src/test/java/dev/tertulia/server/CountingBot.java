package dev.tertulia.server;

import java.time.Duration;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnLeave;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Template;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Left;
import dev.tertulia.message.TimerFired;

/** A bot that uses every kind of effect that a turn can have. */
@Bot
@Requires(property = CountingBot.KEY)
final class CountingBot {

    static final String KEY = "test.counting-bot";

    record Count(int value) {}

    @OnCommand("count")
    String count(State<Count> count, Group group) {
        count.set(new Count(count.get().value() + 1));
        group.startTimer("later", Duration.ofDays(1), "the payload");
        return "It is " + count.get().value();
    }

    @OnCommand("divide {by}")
    String divide(int by) {
        throw new ArithmeticException("nobody divides by " + by);
    }

    @Order(-1) // before the bot that handles everything
    @OnTimer("later")
    void later(TimerFired timer) {}

    @Order(-1)
    @OnJoin
    Notice welcome(Joined event) {
        return Reply.text("Welcome").orTemplate(Template.of("welcome", "you").in("en"));
    }

    @Order(-1)
    @OnLeave
    Notice farewell(Left event) {
        return Reply.text("Farewell").orHold(Duration.ofHours(1));
    }
}
