package dev.tertulia.server;

import java.time.Duration;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.TimerFired;

/** A bot that repeats what a command says, immediately or later, or fails. */
@Bot
@Requires(property = SpansInMemory.KEY)
final class TalkingBot {

    @OnCommand("say {words...}")
    Reply say(GroupMessage message, String words) {
        return Reply.text(words).quoting(message);
    }

    @OnCommand("fail {words...}")
    void fail(String words) {
        throw new IllegalStateException("nobody can answer " + words);
    }

    @OnCommand("later {words...}")
    void later(Group group, String words) {
        group.startTimer("later", Duration.ZERO, words);
    }

    @Order(-1) // before the bot that handles everything
    @OnTimer("later")
    Notice later(TimerFired timer) {
        return Reply.text(timer.payload()).orDrop();
    }

    @OnCommand("pin")
    void pin(GroupMessage message, Group group) {
        group.pin(message.id(), 1);
    }
}
