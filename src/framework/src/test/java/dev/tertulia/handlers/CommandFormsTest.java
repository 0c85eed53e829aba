package dev.tertulia.handlers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnCommand.Where;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.Staff;
import dev.tertulia.message.Events;
import dev.tertulia.store.Tags;
import dev.tertulia.turn.ChatSettings;
import dev.tertulia.turn.ChatSettings.Hints;
import dev.tertulia.turn.StaffList;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands have aliases and optional words, are for all or for staff, and are listed and hinted at. */
class CommandFormsTest {

    private static final Events ANA = Events.in("G");
    private static final Events BEN = ANA.by(Events.BEN);

    @Bot
    static final class FormsBot {

        @OnCommand(value = "pay {amount} [note...]", aliases = {"p", "settle up"}, help = "Pays a part.")
        String pay(int amount, @Nullable String note) {
            return amount + " for " + note;
        }

        @OnCommand(value = "roll [sides]", help = "Rolls a die.")
        String roll(Optional<Integer> sides) {
            return "1 of " + sides.orElse(6);
        }

        @OnCommand(value = "close", help = "Closes the day.")
        @Staff
        String close() {
            return "closed";
        }

        @OnCommand(value = "secret", hidden = true)
        String secret() {
            return "shh";
        }

        @OnCommand(value = "plain", where = Where.ANYWHERE)
        String plain() {
            return "plain";
        }

        @OnCommand("language {language}")
        void language(Group group, Locale language) {
            group.language(language);
        }
    }

    private static ChatSettings settings(Hints hints) {
        return new ChatSettings(Locale.ENGLISH,
                StaffList.of(List.of("+1 650 555 1234"), Map.of("vip", List.of("US.2"))),
                true, hints, Tags.USUALLY_KEPT);
    }

    private final TestLine line = Bots.line(settings(Hints.PRIVATE), FormsBot.class);

    private List<String> answers(Events who, String words) {
        int before = line.said().size();
        line.receive(who.says(words));
        return line.said().subList(before, line.said().size());
    }

    @Test
    void optionalWordsMayBeMissing() {
        assertThat(answers(ANA, "/pay 3")).containsExactly("3 for null");
        assertThat(answers(ANA, "/pay 3 the tea")).containsExactly("3 for the tea");
        assertThat(answers(ANA, "/roll")).containsExactly("1 of 6");
        assertThat(answers(ANA, "/roll 20")).containsExactly("1 of 20");
        assertThat(answers(ANA, "/roll 20 30")).containsExactly("Write it like this: /roll [sides]");
        assertThat(answers(ANA, "/pay")).containsExactly("Write it like this: /pay amount [note] …");
    }

    @Test
    void aliasesAreTheCommand() {
        assertThat(answers(ANA, "/p 3")).containsExactly("3 for null");
        assertThat(answers(ANA, "/Settle  UP 3 tea")).containsExactly("3 for tea");
    }

    @Test
    void someAreForStaff() {
        assertThat(answers(ANA, "/close")).containsExactly("closed");
        assertThat(answers(BEN, "/close")).containsExactly("Only staff can use /close.");
    }

    @Test
    void staffMayDependOnTheLabelOfTheGroup() {
        line.group("G").label("vip");

        assertThat(answers(BEN, "/close")).containsExactly("closed");
    }

    @Test
    void helpListsWhatAPersonMayUse() {
        assertThat(answers(BEN, "/help")).containsExactly("""
                Commands:
                /language language
                /pay amount [note] … – Pays a part.
                /plain
                /roll [sides] – Rolls a die.""");
        assertThat(answers(ANA, "/HELP").getFirst()).contains("\n/close – Closes the day.\n").doesNotContain("secret");
    }

    @Test
    void helpSpeaksTheLanguageOfTheGroup() {
        answers(ANA, "/language pt-BR");

        assertThat(answers(BEN, "/ajuda").getFirst()).startsWith("Comandos:\n");
        assertThat(answers(BEN, "/pay").getFirst()).isEqualTo("Escreva assim: /pay amount [note] …");
    }

    @Test
    void helpInPrivateListsWhatIsHeardThere() {
        line.receive(Events.privately(Events.BEN).writes("/help"));

        assertThat(line.said()).containsExactly("Commands:\n/plain");
    }

    private static final String SENTENCE = "Says what this command is good for, in ten words. ";
    private static final String PAGE = SENTENCE + SENTENCE + SENTENCE + SENTENCE + SENTENCE + SENTENCE + SENTENCE
            + SENTENCE + SENTENCE + SENTENCE + SENTENCE + SENTENCE + SENTENCE + SENTENCE + SENTENCE + SENTENCE;

    @Bot
    static final class WordyBot {

        @OnCommand(value = "alpha", help = PAGE + PAGE)
        void alpha() {}

        @OnCommand(value = "beta", help = PAGE + PAGE)
        void beta() {}

        @OnCommand(value = "gamma", help = PAGE + PAGE)
        void gamma() {}
    }

    @Test
    void aHelpThatIsTooLongForOneMessageComesInSeveral() {
        TestLine wordy = Bots.line(WordyBot.class);

        wordy.receive(ANA.says("/help"));

        assertThat(wordy.said()).hasSize(2);
        assertThat(wordy.said().getFirst()).startsWith("Commands:\n/alpha – Says").contains("\n/beta – Says");
        assertThat(wordy.said().getLast()).startsWith("/gamma – Says");
    }

    @Bot
    static final class OwnHelpBot {

        @OnCommand("help")
        String help() {
            return "mine";
        }
    }

    @Test
    void helpCanBeReplacedAndSwitchedOff() {
        TestLine own = Bots.line(OwnHelpBot.class);
        own.receive(ANA.says("/help"));
        assertThat(own.said()).containsExactly("mine");

        TestLine off = Bots.line(new ChatSettings(Locale.ENGLISH, StaffList.NOBODY, false, Hints.OFF,
                Tags.USUALLY_KEPT), FormsBot.class);
        off.receive(ANA.says("/help"));
        assertThat(off.said()).isEmpty();
    }

    @Test
    void aNearMissIsHintedAtInPrivate() {
        line.receive(Events.privately(Events.BEN).writes("/plian"));

        assertThat(line.said()).containsExactly("There is no /plian. Did you mean /plain?");
        assertThat(answers(BEN, "/plian")).isEmpty();
    }

    @Test
    void aNearMissMayBeHintedAtInGroups() {
        TestLine everywhere = Bots.line(settings(Hints.ANYWHERE), FormsBot.class);

        everywhere.receive(BEN.says("/rol"), BEN.says("/secrt"), BEN.says("/clse"), BEN.says("/nothing like it"));

        assertThat(everywhere.said()).containsExactly("There is no /rol. Did you mean /roll?");
    }

    @Bot
    static final class CatchAllBot {

        @OnMessage
        String all() {
            return "all";
        }
    }

    @Test
    void helpIsNotInTheWayOfWhoTakesEverything() {
        TestLine all = Bots.line(CatchAllBot.class);
        all.receive(ANA.says("/help"));
        assertThat(all.said()).containsExactly("all");

        TestLine both = Bots.line(CatchAllBot.class, OwnHelpBot.class, SomeBot.class);
        both.receive(ANA.says("/help"));
        assertThat(both.said()).containsExactlyInAnyOrder("all", "mine");

        TestLine some = Bots.line(CatchAllBot.class, SomeBot.class);
        some.receive(ANA.says("/help"));
        assertThat(some.said()).containsExactly("all", "Commands:\n/some");
    }

    @Bot
    static final class SomeBot {

        @OnCommand("some")
        void some() {}
    }

    @Bot
    static final class TwinAliases {

        @OnCommand(value = "one", aliases = "two")
        void one() {}

        @OnCommand("two")
        void two() {}
    }

    @Test
    void refusesAnAliasThatIsAnotherCommand() {
        Bots.refuses(TwinAliases.class, "two handlers for the command /two: TwinAliases.one() and TwinAliases.two();"
                + " rename one of the commands");
    }

    @Bot
    static final class PrimitiveOption {

        @OnCommand("roll [sides]")
        void roll(int sides) {}
    }

    @Test
    void refusesAPrimitiveThatMayBeMissing() {
        Bots.refuses(PrimitiveOption.class, "PrimitiveOption.roll(int): parameter 'sides' is a int, but [sides] may be"
                + " missing; write @Nullable Integer sides");
    }

    @Bot
    static final class OptionFirst {

        @OnCommand("pay [note] {amount}")
        void pay(String note, int amount) {}
    }

    @Test
    void refusesAWordBehindAnOptionalOne() {
        Bots.refuses(OptionFirst.class, "OptionFirst.pay(String, int): \"pay [note] {amount}\" is no command; write it"
                + " without /, fixed words first, then {names}, then [optional names], {name...} or [name...] only at"
                + " the end: \"remind {after} {words...}\"");
    }
}
