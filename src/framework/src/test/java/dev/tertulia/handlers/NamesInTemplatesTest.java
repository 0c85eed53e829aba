package dev.tertulia.handlers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.TestLine;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Template;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.message.Events;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Member;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever people call themselves, a template that greets them can be sent. */
class NamesInTemplatesTest {

    private static final String PHONE = "16505551234";

    @Bot
    static final class GreetingBot {

        @OnJoin
        Notice greet(Joined event) {
            String name = event.member().name();
            return Reply.text("Welcome, " + name).orTemplate(Template.of("welcome", name));
        }
    }

    private final TestLine line = Bots.line(GreetingBot.class);

    private Template greetedAs(Member member) {
        line.receive(Events.in("G").by(member).joins());

        assertThat(line.letters().list(DeadLetterKind.DEAD_EVENT, null, 10)).isEmpty();
        return ((Message.TemplateMessage) line.graph().asked().getLast().action()).template();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u00a0\u2003", "\u2060\ufeff", "\u3164", "\u2800", "\n\t"})
    void anInvisibleNameIsNoName(String invisible) {
        assertThat(greetedAs(new Member("US.1", PHONE, invisible, null))).isEqualTo(Template.of("welcome", PHONE));
        assertThat(greetedAs(new Member("US.2", null, invisible, invisible))).isEqualTo(Template.of("welcome", "US.2"));
        assertThat(greetedAs(new Member("US.3", null, invisible, "@ana"))).isEqualTo(Template.of("welcome", "@ana"));
    }

    @Test
    void aNameOfSeveralLinesIsSaidOnOne() {
        assertThat(greetedAs(new Member("US.1", PHONE, "Ana     B\n\tC", null)))
                .isEqualTo(Template.of("welcome", "Ana B C"));
    }
}
