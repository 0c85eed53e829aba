package dev.tertulia.server;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.message.Joined;

/** The bot of a training run. It exists in no other process. */
@Bot
@Requires(property = TrainingRun.PROPERTY)
final class TrainingBot {

    private record Count(int times) {}

    @OnCommand("count {n}")
    Reply count(int n, State<Count> state) {
        state.set(new Count(n));
        return Reply.text("Number " + n);
    }

    @OnJoin
    Notice welcome(Joined event) {
        return Reply.text("Welcome, " + event.member().name()).orTemplate("welcome", event.member().name());
    }
}
