package dev.tertulia.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;

/** A bot that answers one command, handles another slowly, and records everything else. */
@Bot
final class RecordingBot {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingBot.class);

    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch enough = new CountDownLatch(1);

    @OnCommand("number {n}")
    Reply number(GroupMessage message, int n) {
        LOG.info("number {} is asked for", n);
        return Reply.text("answer " + n).quoting(message);
    }

    @OnCommand("break {words...}")
    void fail(String words) {
        throw new IllegalStateException(words);
    }

    @OnCommand("work")
    void work() throws InterruptedException {
        busy.countDown();
        enough.await();
    }

    /** Waits until the slow handler is running. */
    void awaitBusy() throws InterruptedException {
        busy.await();
    }

    /** Lets the slow handler finish. */
    void enough() {
        enough.countDown();
    }

    @OnEverything
    void hear(Event event) {
        heard.add(event);
    }

    List<Event> heard() {
        return heard;
    }
}
