package dev.tertulia.bots.guide;

import dev.tertulia.bot.Before;
import dev.tertulia.bot.BeforeSend;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnError;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.Outgoing;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.GroupMessage;

@Bot
final class LibraryBot {

    record Asked(int books) {}

    @Before
    void ignoreForwarded(GroupMessage message, Turn turn) {
        if (message.forwardedOften()) {
            turn.stop();
        }
    }

    @OnMessage("(?i)book")
    void count(State<Asked> asked, Turn turn) {
        asked.update(before -> new Asked(before.books() + 1));
        turn.pass();
    }

    @OnMessage
    String answer(State<Asked> asked) {
        return "Books were mentioned " + asked.get().books() + " times.";
    }

    @OnCommand("shelf {number}")
    String shelf(int number) {
        if (number > 9) {
            throw new IllegalStateException("there are only nine shelves");
        }
        return "Shelf " + number + " has novels.";
    }

    @OnError
    Notice sorry(Failure failure) {
        return Reply.text("That did not work. The librarian was told.").orDrop();
    }

    @BeforeSend
    Outgoing sign(Outgoing.FreeForm message) {
        return message.body() instanceof Body.Text text
                ? message.with(new Body.Text(text.words() + "\n– the library"))
                : message;
    }
}
