package dev.tertulia.handlers;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnMention;
import dev.tertulia.message.Events;
import dev.tertulia.turn.TurnSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** A mention is a whole name or number behind an at-sign, and nothing that merely holds it. */
class MentionTest {

    @Bot
    static final class NamedBot {

        @OnMention
        String here() {
            return "here";
        }
    }

    private static TestLine named(String... names) {
        TurnSettings usual = TurnSettings.USUAL;
        return Bots.line(new TurnSettings(usual.commandPrefix(), List.of(names), usual.handlerLimit(),
                usual.attempts(), usual.firstRetry(), usual.replyHold()), NamedBot.class);
    }

    private final TestLine line = named("acme", "@Café Bot", "", "小助手");

    @ParameterizedTest
    @ValueSource(strings = {"@acme", "hi @ACME, tea?", "(@acme)", "@acme.", "tea? -@acme-", "@acme's tea",
            "\u200E@acme\u200E",
            "@\u2068Acme\u2069tea", "@\u2068acme\u2069, tea", "a\u3000@acme\u3000b", "jane@acme.com and @acme",
            "@@acme",
            "@cafe\u0301\u00A0bot!", "@CAFÉ BOT", "\uFF20acme", "@小助手，你好", "你好@小助手 茶", "and/@acme",
            "@15550783881", "@+15550783881 2 teas", "tea,\n@15550783881?", "\u2068@15550783881\u2069", "@15550783881.",
            "@\u2068+1 (555) 078-3881\u2069", "@١٥٥٥٠٧٨٣٨٨١", "@15550783881@16505551234", "@\u200E15550783881"})
    void takes(String words) {
        line.receive(Events.in("G").says(words));

        assertThat(line.said()).containsExactly("here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane@acme.com", "jane@acme", "jané@acme", "ж@acme", "jane@\u200Bacme", "jane\u200E@acme",
            "@acmesupport", "@acmeж", "@acme小", "@acme_", "@acme2", "@acme\u0301", "@acme\u200Bsupport", "@acme.com",
            "@acme-support", "@acme@example.org", "@\u2068acme support\u2069", "@ acme", "acme", "@", "@\u2069",
            "https://t.me/@acme", "medium.com/@acme", "@café", "@1555078388", "1@15550783881",
            "@155507838811234", "@15550783881x", "@15550783881.5", "15550783881", "@+15550783881٣"})
    void leavesAlone(String words) {
        line.receive(Events.in("G").says(words));

        assertThat(line.said()).isEmpty();
    }

    @Test
    void staysQuickOnManySigns() {
        line.receive(Events.in("G").says("@".repeat(2_000) + "@acm".repeat(500)));

        assertThat(line.said()).isEmpty();
    }
}
