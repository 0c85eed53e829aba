package dev.tertulia.handlers;

import java.time.DayOfWeek;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.TestLine;
import dev.tertulia.action.Action;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.message.Events;
import dev.tertulia.message.GroupMessage;

import static org.assertj.core.api.Assertions.assertThat;

/** Words of a command become parameters, by name and type; who writes it wrong is told how to write it. */
class CommandTest {

    @Bot
    static final class OfficeBot {

        @OnCommand("hours {day}")
        String hours(DayOfWeek day) {
            return "on " + day;
        }

        @OnCommand("book {people} {after} {name...}")
        String book(String name, int people, Duration after) {
            return people + " people in " + after + ": " + name;
        }

        @OnCommand("open door")
        String open() {
            return "opened";
        }

        @OnCommand("half {number}")
        String half(double number) {
            return String.valueOf(number / 2);
        }
    }

    private final TestLine line = Bots.line(OfficeBot.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/hours monday | on MONDAY", "/HOURS Monday | on MONDAY",
            "/hours     monday | on MONDAY", "/book 4 2h Ana | 4 people in PT2H: Ana",
            "/book 12 30s Ana and Ben | 12 people in PT30S: Ana and Ben", "/open door | opened",
            "/Open DOOR | opened", "/half 5 | 2.5"})
    void bindsWords(String words, String answer) {
        line.receive(Events.in("G").says(words));

        assertThat(line.said()).containsExactly(answer);
    }

    @Test
    void takesSpacesAroundAndLineBreaksInTheRest() {
        line.receive(Events.in("G").says("  /book 4 2h Ana\nand  Ben \n"));

        assertThat(line.said()).containsExactly("4 people in PT2H: Ana\nand  Ben");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/hours | Write it like this: /hours day",
            "/hours monday tuesday | Write it like this: /hours day",
            "/book 4 | Write it like this: /book people after name …",
            "/book 4 2h | Write it like this: /book people after name …",
            "/open door now | Write it like this: /open door"})
    void tellsHowManyWordsItTakes(String words, String usage) {
        assertToldQuoting(words, usage);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/hours someday | 'someday' is not a valid day; it can be monday, tuesday, wednesday, thursday, friday,"
                    + " saturday, sunday.",
            "/book four 2h Ana | 'four' is not a valid people; it must be a number.",
            "/book 4 soon Ana | 'soon' is not a valid after; write it like 30s, 10m, 2h or 1d.",
            "/half half | 'half' is not a valid number; it must be a number."})
    void tellsWhatAWordCanBe(String words, String told) {
        assertToldQuoting(words, told);
    }

    private void assertToldQuoting(String words, String told) {
        GroupMessage message = Events.in("G").says(words);

        line.receive(message);

        assertThat(line.said()).containsExactly(told);
        Action action = line.graph().asked().getFirst().action();
        assertThat(((Message.FreeForm) action).quotes()).isEqualTo(message.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hours monday", "/ hours monday", "/hour monday", "/hoursmonday", "say /hours monday",
            "/open", "//hours monday", "/"})
    void leavesOtherWordsAlone(String words) {
        line.receive(Events.in("G").says(words));

        assertThat(line.said()).isEmpty();
        assertThat(line.inbox().deadLetters()).isEmpty();
    }

    @Bot
    static final class OrderBot {

        @OnMessage("(?i)(?<count>\\d+) cups? of (?<drink>tea|coffee)( with (?<extra>\\w+))?")
        String order(int count, Drink drink, String extra) {
            return count + " " + drink + " " + extra;
        }

        enum Drink {
            TEA,
            COFFEE
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"we take 2 cups of tea with milk, please | 2 TEA milk",
            "1 Cup of Coffee | 1 COFFEE null"})
    void bindsNamedGroupsOfAPattern(String words, String answer) {
        TestLine orders = Bots.line(OrderBot.class);

        orders.receive(Events.in("G").says(words));

        assertThat(orders.said()).containsExactly(answer);
    }
}
