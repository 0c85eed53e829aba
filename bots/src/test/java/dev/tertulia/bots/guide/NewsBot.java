package dev.tertulia.bots.guide;

import java.time.Duration;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Turn;
import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.broadcast.Estimate;

@Bot
final class NewsBot {

    private final Broadcasts broadcasts;

    NewsBot(Broadcasts broadcasts) {
        this.broadcasts = broadcasts;
    }

    @OnCommand("news on")
    void subscribe(Group group) {
        group.label("news");
    }

    @OnCommand("news {words...}")
    String send(String words, Turn turn) {
        Notice notice = Reply.text(words).orHold(Duration.ofDays(2));
        Broadcast news = Broadcast.toLabel("news-" + turn.now().getEpochSecond(), notice, "news");
        Estimate estimate = broadcasts.estimate(news);
        broadcasts.start(news);
        return "To " + estimate.groups() + " groups, " + estimate.freeForm() + " of them at once.";
    }

    @OnCommand("kettle")
    void kettle(Group group) {
        group.startTimer("kettle", Duration.ofMinutes(4));
    }

    @OnTimer("kettle")
    Notice boils() {
        return Reply.text("The kettle boils.").orDrop().expires(Duration.ofMinutes(5));
    }
}
