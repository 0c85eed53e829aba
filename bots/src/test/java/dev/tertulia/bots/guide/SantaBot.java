package dev.tertulia.bots.guide;

import java.time.Duration;
import java.util.List;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnPrivateMessage;
import dev.tertulia.bot.Person;
import dev.tertulia.bot.PrivateReply;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Member;

@Bot
final class SantaBot {

    record Wish(String words) {}

    @OnCommand(value = "santa", help = "Tells everybody in private whom they give a present.")
    String draw(Group group, Turn turn) {
        List<Member> members = group.members();
        for (int i = 0; i < members.size(); i++) {
            Member taker = members.get((i + 1) % members.size());
            turn.person(members.get(i))
                    .send(Reply.text("You give " + taker.name() + " a present.").orHold(Duration.ofDays(7)));
        }
        return "Everybody hears from me in private.";
    }

    @OnPrivateMessage
    PrivateReply menu(Member member) {
        return PrivateReply.buttons("What do you want, " + member.name() + "?", "A wish", "Nothing").asking("choice");
    }

    @OnAnswer("choice")
    Reply choice(Person person, String choice) {
        return choice.equals("A wish") ? Reply.text("What is your wish?").asking("wish") : Reply.text("As you like.");
    }

    @OnAnswer("wish")
    Reply wish(Person person, String words, State<Wish> wish) {
        wish.set(new Wish(words));
        return Reply.text("I keep it to myself: " + words);
    }
}
