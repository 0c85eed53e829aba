package dev.tertulia.testkit;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnJoinRequest;
import dev.tertulia.bot.OnJoinRequestRevoked;
import dev.tertulia.bot.OnMedia;
import dev.tertulia.bot.OnMessage;
import dev.tertulia.bot.OnPrivateMessage;
import dev.tertulia.bot.OnReaction;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.PerMember;
import dev.tertulia.bot.Person;
import dev.tertulia.bot.PrivateReply;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Content;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.JoinRequested;
import dev.tertulia.message.Member;
import dev.tertulia.message.PrivateMessage;
import dev.tertulia.message.Reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Members can act as people do, in groups and in private, and the state of bots can be asserted. */
@BotTest(value = PeopleInTestsTest.PeopleBot.class, properties = {"tertulia.language=pt", "people.greeting=Olá"})
class PeopleInTestsTest {

    record Seen(int times) {}

    @Bot
    static final class PeopleBot {

        private final String greeting;

        PeopleBot(@io.micronaut.context.annotation.Value("${people.greeting:Hi}") String greeting) {
            this.greeting = greeting;
        }

        @OnPrivateMessage
        PrivateReply hello(PrivateMessage message, Person person, State<Seen> seen) {
            seen.update(before -> new Seen(before.times() + 1));
            return PrivateReply.buttons(greeting + " " + person.member().name(), "Sim", "Não").asking("sure");
        }

        @OnAnswer("sure")
        String sure(boolean sure) {
            return "sure: " + sure;
        }

        @OnCommand("tally")
        void count(Group group, Member member, @PerMember State<Seen> seen) {
            seen.update(before -> new Seen(before.times() + 1));
            group.timer("later").of(member).start(Duration.ofHours(1));
        }

        @OnTimer("later")
        void later() {}

        @OnReaction
        Notice reaction(Reaction reaction) {
            return Reply.text("reaction " + reaction.emoji()).orDrop();
        }

        @OnMedia
        String file(GroupMessage message) {
            Content.Media media = (Content.Media) message.content();
            return media.kind() + " " + media.caption() + " " + media.filename() + (media.voice() ? " voice" : "");
        }

        @OnMessage
        @Nullable
        String other(GroupMessage message) {
            return switch (message.content()) {
                case Content.Location place -> "place " + place.latitude();
                case Content.Contacts cards -> "contact " + cards.cards().getFirst().name();
                case Content.Text text when message.forwarded() -> "forwarded " + text.body()
                        + (message.forwardedOften() ? " often" : "");
                default -> null;
            };
        }

        @OnJoinRequest
        void asked(JoinRequested request, Turn turn, Member member, Group group) {
            if (group.members().isEmpty()) {
                turn.person(member).send(Reply.text("who are you?").orTemplate("welcome", "Ana", "1"));
                group.approve(request.requestId());
            }
        }

        @OnJoinRequestRevoked
        Notice revoked(Member member) {
            return Reply.text("revoked").orTemplate("welcome", member.phone(), "1");
        }
    }

    @Test
    void writesPrivatelyAndTapsWhatIsOffered(TestGroup group) {
        TestChat chat = group.member("Ana").privately();
        assertThat(chat.windowOpen()).isFalse();

        chat.writes("bom dia");
        Heard question = chat.heardChoices("Olá Ana", "Sim", "Não");
        chat.taps(question, "Não");

        chat.heard("sure: false");
        chat.heardNothing();
        group.heardNothing();
        assertThat(chat.windowOpen()).isTrue();
        assertThat(chat.kept(PeopleBot.class, Seen.class)).contains(new Seen(1));
    }

    @Test
    void reactsAndSendsFilesPlacesAndContacts(TestGroup group) {
        TestMember ana = group.member("Ana");
        String message = ana.says("hello");

        ana.reacts(message, "👍");
        group.heard("reaction 👍");
        ana.sendsImage("the cat");
        group.heard("IMAGE the cat null");
        ana.sendsDocument("bill.pdf", "application/pdf", new byte[]{1, 2, 3});
        group.heard("DOCUMENT null bill.pdf");
        ana.sendsLocation(38.7, -9.1);
        group.heard("place 38.7");
        ana.sendsContact("Ben", "+1 650 555 0002");
        group.heard("contact Ben");
    }

    @Test
    void forwardsAndSendsVideosAndVoiceMessages(TestGroup group) {
        TestMember ana = group.member("Ana");

        ana.forwards("win a prize");
        group.heard("forwarded win a prize");
        ana.forwardsOften("win a house");
        group.heard("forwarded win a house often");
        ana.sendsVideo("the sea");
        group.heard("VIDEO the sea null");
        ana.sendsVoice();
        group.heard("AUDIO null null voice");
    }

    @Test
    void aPersonStaysTheSameInAllGroups(TestGroup first, TestGroup second, TestGroup third) {
        TestMember here = first.member("Ana");

        here.changesNumber("+1 650 555 0001");
        TestMember there = second.member("Ana");
        assertThat(there.phone()).isEqualTo("16505550001");

        there.hidesNumber();
        assertThat(here.phone()).isEmpty();
        assertThat(third.member("Ana").phone()).isEmpty();
    }

    @Test
    void whatBotsKeepOfAPersonIsFoundAfterAChangeOfNumber(TestGroup group) {
        TestMember ana = group.member("Ana");
        ana.says("/tally");
        ana.privately().writes("bom dia");

        ana.changesNumber("+1 650 555 0001");

        assertThat(group.kept(PeopleBot.class, Seen.class, ana)).contains(new Seen(1));
        assertThat(ana.privately().kept(PeopleBot.class, Seen.class)).contains(new Seen(1));
    }

    @Test
    void revokesARequestToJoin(@WithApproval TestGroup group) {
        group.asksToJoin("Ana");
        TestMember ben = group.asksToJoin("Ben");
        group.heardNothing();

        ben.revokesRequest();

        group.heardTemplate("welcome", ben.phone(), "1");
        group.hasMembers("Ana");
    }

    @Test
    void whatBotsKeepAndRunCanBeAsserted(TestGroup group) {
        TestMember ana = group.member("Ana");
        ana.says("/tally");
        ana.says("/tally");
        group.member("Ben").says("/tally");

        assertThat(group.kept(PeopleBot.class, Seen.class, ana)).contains(new Seen(2));
        assertThat(group.kept(PeopleBot.class, Seen.class)).isEqualTo(Optional.empty());
        assertThat(group.timers()).containsExactly("later", "later");
    }

    @Test
    void asksToJoinAGroupWithApproval(@WithApproval TestGroup group) {
        TestMember ana = group.asksToJoin("Ana");

        ana.privately().heardTemplate("welcome", "Ana", "1");
        group.hasMembers("Ana");
    }

    @Test
    void speaksTheLanguageOfTheSettings(TestGroup group) {
        group.member("Ana").says("/help");
        group.heard("Comandos:\n/tally");
    }

    @Test
    void aFailedAssertionShowsTheChat(TestGroup group) {
        TestChat chat = group.member("Ana").privately();
        chat.writes("bom dia");

        assertThatThrownBy(() -> chat.heard("nothing of the kind")).hasMessageContaining("Ana: bom dia")
                .hasMessageContaining("Olá Ana");
    }
}
