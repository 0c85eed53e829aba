package dev.tertulia.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Attachment;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;
import dev.tertulia.business.Business;
import dev.tertulia.business.Upload;
import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.deadletter.DeadLetters;

/** Beans that bots use outside of turns are available in tests and belong to each test's bench. */
@BotTest(BusinessInTestsTest.LibrarianBot.class)
class BusinessInTestsTest {

    @Bot
    static final class LibrarianBot {

        private final Business business;
        private final Groups groups;
        private final DeadLetters deadLetters;

        LibrarianBot(Business business, Groups groups, DeadLetters deadLetters) {
            this.business = business;
            this.groups = groups;
            this.deadLetters = deadLetters;
        }

        @OnCommand("stolen")
        void stolen() {
            throw new IllegalStateException("it is gone");
        }

        @OnCommand("complaints")
        String complaints() {
            return deadLetters.list(DeadLetterKind.DEAD_EVENT, null, 10).stream().map(DeadLetter::cause)
                    .collect(Collectors.joining());
        }

        @OnCommand("book {words}")
        Reply book(String words) throws IOException {
            byte[] text = words.getBytes(StandardCharsets.UTF_8);
            String id = business.media().upload(Upload.of("book.txt", "text/plain", text));
            var read = new ByteArrayOutputStream();
            business.media().download(id, text.length, read);
            return Reply.document(Attachment.of(id), "book.txt", read.toString(StandardCharsets.UTF_8));
        }

        @OnCommand("who")
        String who(Group group) {
            return business.groups().info(group.id()).participants().size() + " in one of "
                    + business.groups().list(1).count();
        }

        @OnCommand("aside")
        void aside(Group group) {
            groups.group(group.id()).send(Reply.text("from outside").orDrop());
        }
    }

    @Test
    void filesTravelBothWays(TestGroup group) {
        group.member("Ana").says("/book tea");

        group.heardFile("document", "tea");
    }

    @Test
    void listsArePaged(TestGroup group) {
        group.member("Ana").says("/who");

        group.heard("1 in one of 1");
    }

    @Test
    void lettersAreThere(TestGroup group, TestBots bots) {
        group.member("Ana").says("/stolen");
        group.member("Ana").says("/complaints");

        group.heard("LibrarianBot.stolen() failed 4 times: java.lang.IllegalStateException: it is gone");
        bots.failedWith(IllegalStateException.class, "it is gone");
    }

    @Test
    void groupsAreThereOutsideOfATurn(TestGroup group) {
        group.member("Ana").says("/aside");

        group.heard("from outside");
    }
}
