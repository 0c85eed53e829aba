package dev.tertulia.load;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;

/**
 * Bot of the load programs, which answers as a command says: immediately, several times, never, with an operation, or
 * after endless computation.
 */
@Bot
final class LoadBot {

    private static final Pattern BACKTRACKING = Pattern.compile("(x+x+)+\\1y");

    @OnCommand("echo {words...}")
    String echo(String words) {
        return words;
    }

    @OnCommand("count {from} {to}")
    List<Reply> count(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> Reply.text("" + n)).toList();
    }

    @OnCommand("hang")
    void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    @OnCommand("loop")
    void loop() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    @OnCommand("backtrack")
    String backtrack() {
        return "" + BACKTRACKING.matcher("x".repeat(60)).matches();
    }

    @OnCommand("rename {subject}")
    void rename(Group group, String subject) {
        group.rename(subject);
    }
}
