package dev.tertulia.handlers;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.PerMember;
import dev.tertulia.bot.State;
import dev.tertulia.message.Events;
import dev.tertulia.message.Member;

import static org.assertj.core.api.Assertions.assertThat;

/** What a bot remembers is of one group, or of one member of it, and is written with the answers or not at all. */
class StateTest {

    private static final Events IN_GROUP = Events.in("G");

    record Drinks(List<String> names) {

        Drinks {
            names = names == null ? List.of("water") : List.copyOf(names);
        }

        Drinks and(String name) {
            return new Drinks(Stream.concat(names.stream(), Stream.of(name)).toList());
        }
    }

    record Cups(int count) {}

    @Bot
    static final class TeaBot {

        @OnCommand("drink {name}")
        String drink(String name, State<Drinks> drinks) {
            drinks.update(before -> before.and(name));
            return String.join(" ", drinks.get().names());
        }

        @OnCommand("cup")
        String cup(@PerMember State<Cups> mine, State<Cups> ours) {
            mine.set(new Cups(mine.get().count() + 1));
            ours.set(new Cups(ours.get().count() + 1));
            return mine.get().count() + " of " + ours.get().count();
        }

        @OnCommand("clear")
        String clear(State<Drinks> drinks) {
            drinks.clear();
            return String.join(" ", drinks.get().names());
        }

        @OnCommand("spill {name}")
        String spill(String name, State<Drinks> drinks) {
            drinks.update(before -> before.and(name));
            throw new IllegalStateException("spilled");
        }
    }

    private final TestLine line = Bots.line(TeaBot.class);

    @Test
    void beginsAsEmptyJsonMakesIt() {
        line.receive(IN_GROUP.says("/drink tea"));

        assertThat(line.said()).containsExactly("water tea");
    }

    @Test
    void lastsFromTurnToTurn() {
        line.receive(IN_GROUP.says("/drink tea"));
        line.receive(IN_GROUP.by(Events.BEN).says("/drink coffee"));

        assertThat(line.said()).containsExactly("water tea", "water tea coffee");
    }

    @Test
    void isOfOneGroup() {
        line.receive(IN_GROUP.says("/drink tea"));
        line.receive(Events.in("H").says("/drink coffee"));

        assertThat(line.said()).containsExactly("water tea", "water coffee");
    }

    @Test
    void mayBeOfOneMember() {
        line.receive(IN_GROUP.says("/cup"), IN_GROUP.by(Events.BEN).says("/cup"), IN_GROUP.says("/cup"));

        assertThat(line.said()).containsExactly("1 of 1", "1 of 2", "2 of 3");
    }

    @Test
    void canBeForgotten() {
        line.receive(IN_GROUP.says("/drink tea"), IN_GROUP.says("/clear"), IN_GROUP.says("/drink milk"));

        assertThat(line.said()).containsExactly("water tea", "water", "water milk");
    }

    @Test
    void isNotWrittenByATurnThatFailed() {
        line.receive(IN_GROUP.says("/drink tea"), IN_GROUP.says("/spill milk"), IN_GROUP.says("/drink juice"));

        assertThat(line.said()).containsExactly("water tea", "water tea juice");
    }

    record Book(String text) {}

    @Bot
    static final class LibraryBot {

        @OnCommand("write {pages}")
        String write(int pages, State<Book> book) {
            book.set(new Book("x".repeat(pages)));
            return "written";
        }

        @OnCommand("fill {members}")
        String fill(int members, @PerMember State<Book> book) {
            book.set(new Book("x".repeat(450_000)));
            return "filled " + members;
        }
    }

    @Test
    void isRefusedWhereItIsTooLarge() {
        TestLine library = Bots.line(LibraryBot.class);

        library.receive(IN_GROUP.says("/write 499989"), IN_GROUP.says("/write 499990"),
                Events.in("H").says("/write 1"));

        assertThat(library.said()).containsExactly("written", "written");
        assertThat(library.inbox().deadLetters()).singleElement().asString()
                .contains("InvalidState: what is to be stored"
                        + " as " + "Book"
                        + " takes 500001 characters of JSON; 500000 are the most, so keep only"
                        + " what is still needed, or store it in a database of your own");
    }

    @Test
    void isRefusedWhereAllOfAGroupIsTooLarge() {
        TestLine library = Bots.line(LibraryBot.class);

        for (String phone : List.of("1", "2", "3", "4", "5", "4")) {
            library.receive(IN_GROUP.by(Member.ofPhone(phone)).says("/fill " + phone));
        }

        assertThat(library.said()).containsExactly("filled 1", "filled 2", "filled 3", "filled 4", "filled 4");
        assertThat(library.inbox().deadLetters()).singleElement().asString()
                .contains("what is stored of this group would"
                        + " take ")
                .contains("2000000 are the most for all bots together");
    }
}
