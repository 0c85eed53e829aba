package dev.tertulia.bots.guide;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Member;

@Bot
final class OrderBot {

    private final Groups groups;

    OrderBot(Groups groups) {
        this.groups = groups;
    }

    @OnCommand("order {dish...}")
    String order(Turn turn, Member member, String dish) {
        groups.labelled("kitchen").forEach(kitchen -> turn.group(kitchen)
                .send(Reply.text(member.name() + ": " + dish).orTemplate("order", dish)));
        return "Ordered: " + dish;
    }

    @OnCommand("kitchen here")
    void kitchen(Turn turn) {
        turn.group().label("kitchen");
    }
}
