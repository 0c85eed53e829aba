package dev.tertulia.bots;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Characters;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMemberChanged;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.MemberChanged;

/**
 * Runs polls: {@code /poll question | a | b} starts one, a number is a vote, and {@code /results} shows the results.
 */
@Bot(example = true)
final class PollBot {

    private static final int MOST_OPTIONS = 20;
    private static final int LONGEST_ECHO = 200;
    private static final String HOW = "Write it like this: /poll question | a | b";

    @OnCommand("poll {words...}")
    List<Reply> poll(GroupMessage message, String words, State<Poll> poll) {
        List<String> parts = Stream.of(words.split("\\|")).map(String::strip).filter(part -> !part.isEmpty()).toList();
        if (parts.size() < 3 || parts.size() > MOST_OPTIONS + 1) {
            return List.of(Reply.text(HOW + ", with 2 to " + MOST_OPTIONS + " options.").quoting(message));
        }
        poll.set(Poll.of(parts.getFirst(), parts.subList(1, parts.size())));
        return Reply.texts(poll.get().ballot());
    }

    @OnMessage("^\\s*(?<option>\\d{1,2})\\s*$")
    @Nullable
    Reply vote(GroupMessage message, int option, State<Poll> poll, Turn turn) {
        if (!poll.get().isOpen()) {
            turn.pass();
            return null;
        }
        if (!poll.get().has(option)) {
            return Reply.text("Please choose 1 to " + poll.get().options().size() + ".").quoting(message);
        }
        poll.update(current -> current.vote(message.sender().id(), option));
        String chosen = Characters.cut(poll.get().options().get(option - 1), LONGEST_ECHO);
        return Reply.text("Counted: " + chosen).quoting(message);
    }

    /** Merges votes if two members turn out to be one person. Otherwise a member's id never changes. */
    @OnMemberChanged
    void merge(MemberChanged changed, State<Poll> poll) {
        if (changed.merges() && poll.get().isOpen()) {
            poll.update(current -> current.merge(changed.before().id(), changed.after().id()));
        }
    }

    @OnCommand("results")
    List<Reply> results(State<Poll> poll) {
        return Reply.texts(poll.get().isOpen() ? poll.get().results() : "There is no poll. " + HOW);
    }
}
