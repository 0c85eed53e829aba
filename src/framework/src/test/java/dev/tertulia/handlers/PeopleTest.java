package dev.tertulia.handlers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.micronaut.core.convert.format.Format;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Mentioned;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Quoted;
import dev.tertulia.message.Events;
import dev.tertulia.message.Member;
import dev.tertulia.message.Quote;

import static org.assertj.core.api.Assertions.assertThat;

/** Handlers take the people whom a message mentions, quotes or names. */
class PeopleTest {

    private static final Events ANA = Events.in("G");

    @Bot
    static final class PeopleBot {

        @OnCommand("thank [words...]")
        String thank(@Mentioned Member whom, @Nullable String words) {
            return "thanks to " + whom.name();
        }

        @OnCommand("maybe [words...]")
        String maybe(@Mentioned @Nullable Member whom, @Nullable String words) {
            return whom == null ? "nobody" : whom.name();
        }

        @OnCommand("split {amount} [words...]")
        String split(int amount, @Mentioned List<Member> among, @Nullable String words) {
            return amount + " among " + among.stream().map(Member::name).toList();
        }

        @OnCommand("kick {who}")
        String kick(Member who) {
            return "kick " + who.name();
        }

        @OnCommand("thanks [who]")
        String thanks(Optional<Member> who) {
            return "thanks to " + who.map(Member::name).orElse("all");
        }

        @OnCommand("meet [day]")
        String meet(@Format("dd.MM.uuuu") Optional<LocalDate> day) {
            return "on " + day.map(LocalDate::toString).orElse("any day");
        }

        @OnCommand("why")
        String why(@Quoted Member author) {
            return "why " + author.name();
        }

        @OnCommand("members")
        String members(Group group) {
            return group.members().stream().map(Member::name).toList() + " " + group.member("16505551235")
                    .map(Member::name).orElse("?");
        }
    }

    private final TestLine line = Bots.line(PeopleBot.class);

    @BeforeEach
    void benIsThere() {
        line.receive(ANA.by(Events.BEN).says("hello"));
    }

    private String answer(String words) {
        line.receive(ANA.says(words));
        return line.said().getLast();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thank @Ben", "/thank you, @ben!", "/thank @16505551235", "/thank \u2068@Ben\u2069",
            "/thank @\u2068+1 650 555-1235\u2069"})
    void findsWhoIsMentioned(String words) {
        assertThat(answer(words)).isEqualTo("thanks to Ben");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thank ben", "/thank mail@ben.org", "/thank @benjamin", "/thank @165055512356"})
    void asksForAMentionWhereThereIsNone(String words) {
        assertThat(answer(words)).isEqualTo("Mention somebody of this group: /thank [words] …");
    }

    @Test
    void aMentionMayBeMissing() {
        assertThat(answer("/maybe")).isEqualTo("nobody");
        assertThat(answer("/maybe @Ben")).isEqualTo("Ben");
    }

    @Test
    void findsAllWhoAreMentioned() {
        assertThat(answer("/split 30 @Ana and @Ben")).isEqualTo("30 among [Ben, Ana]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/kick @Ben", "/kick ben", "/kick 16505551235", "/kick US.2"})
    void readsAPersonFromAWord(String words) {
        assertThat(answer(words)).isEqualTo("kick Ben");
    }

    @Test
    void anOptionalWordMayBeAPersonOrHaveAFormat() {
        assertThat(answer("/thanks")).isEqualTo("thanks to all");
        assertThat(answer("/thanks @Ben")).isEqualTo("thanks to Ben");
        assertThat(answer("/meet")).isEqualTo("on any day");
        assertThat(answer("/meet 31.03.2026")).isEqualTo("on 2026-03-31");
        assertThat(answer("/meet 2026-03-31")).startsWith("'2026-03-31' is not a valid day; write it as dd.MM.uuuu");
    }

    @Test
    void saysThatAWordIsNobody() {
        assertThat(answer("/kick @Carla"))
                .isEqualTo("'@Carla' is nobody in this group; mention somebody with @.");
    }

    @Test
    void findsTheAuthorOfAQuote() {
        line.receive(ANA.answers("/why", new Quote("wamid.1", "16505551235")));
        assertThat(line.said()).last().isEqualTo("why Ben");

        assertThat(answer("/why")).isEqualTo("Quote a message of the person who is meant: /why");
    }

    @Test
    void groupsHaveMembers() {
        assertThat(answer("/members")).isEqualTo("[Ben, Ana] Ben");
    }
}
