package dev.tertulia.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;

/** Answers one command, and remembers everything else. */
@Bot
final class RecordingBot {

    private final List<Event> heard = new CopyOnWriteArrayList<>();

    @OnCommand("number {n}")
    Reply number(GroupMessage message, int n) {
        return Reply.text("answer " + n).quoting(message);
    }

    @OnEverything
    void hear(Event event) {
        heard.add(event);
    }

    List<Event> heard() {
        return heard;
    }
}
