package dev.tertulia.journal;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Reply;
import dev.tertulia.handler.HandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody reads who has to mend a handler. */
class FailureTextTest {

    private static final StackTraceElement AUTHOR = new StackTraceElement("com.example.TeaBot", "brew", "TeaBot.java",
            12);
    private static final StackTraceElement REPLY = new StackTraceElement(Reply.class.getName(), "text",
            "Reply.java", 18);
    private static final StackTraceElement LIST = new StackTraceElement("java.util.List", "of", "List.java", 9);
    private static final StackTraceElement GENERATED = new StackTraceElement("com.example.$TeaBot$Definition$Exec",
            "dispatch", null, -1);
    private static final StackTraceElement INVOKE = new StackTraceElement(HandlerMethod.class.getName(),
            "invoke", "HandlerMethod.java", 40);
    private static final StackTraceElement TEST = new StackTraceElement("com.example.TeaBotTest", "brews",
            "TeaBotTest.java", 20);

    private static <T extends Throwable> T at(T failure, StackTraceElement... frames) {
        failure.setStackTrace(frames);
        return failure;
    }

    @Test
    void endsWithTheAuthorsCode() {
        Exception failure = at(new IllegalStateException("no water"), LIST, REPLY, AUTHOR, GENERATED, INVOKE, TEST);

        assertThat(FailureText.of(failure)).isEqualTo("""
                java.lang.IllegalStateException: no water
                	at java.util.List.of(List.java:9)
                	at dev.tertulia.bot.Reply.text(Reply.java:18)
                	at com.example.TeaBot.brew(TeaBot.java:12)""");
        assertThat(FailureText.place(failure)).isEqualTo("TeaBot.java:12");
    }

    @Test
    void isWholeWhereTheAuthorWasNotCalled() {
        Exception failure = at(new IllegalStateException("bad"), INVOKE);

        assertThat(FailureText.of(failure)).isEqualTo("""
                java.lang.IllegalStateException: bad
                	at dev.tertulia.handler.HandlerMethod.invoke(HandlerMethod.java:40)""");
        assertThat(FailureText.place(failure)).isEqualTo("HandlerMethod.java:40");
    }

    @Test
    void hasNoPlaceWithoutFrames() {
        assertThat(FailureText.place(at(new StackOverflowError()))).isEmpty();
    }

    @Test
    void tellsCausesAndWhatFailedAsWell() {
        Exception cause = at(new IllegalStateException("cold"), AUTHOR);
        Exception failure = at(new IllegalArgumentException("no tea", cause), AUTHOR);
        failure.addSuppressed(at(new IllegalStateException("no words"), AUTHOR));
        cause.addSuppressed(failure);

        assertThat(FailureText.of(failure)).isEqualTo("""
                java.lang.IllegalArgumentException: no tea
                	at com.example.TeaBot.brew(TeaBot.java:12)
                Also: java.lang.IllegalStateException: no words
                	at com.example.TeaBot.brew(TeaBot.java:12)
                Caused by: java.lang.IllegalStateException: cold
                	at com.example.TeaBot.brew(TeaBot.java:12)
                Also: java.lang.IllegalArgumentException: no tea (see above)""");
    }

    @Test
    void showsAtMostFortyFrames() {
        StackTraceElement[] deep = new StackTraceElement[1_000];
        Arrays.fill(deep, AUTHOR);

        assertThat(FailureText.of(at(new StackOverflowError(), deep))).hasLineCount(42)
                .endsWith("\n\t... 960 more");
    }

    /** What people wrote neither moves the cursor nor looks like another line of the log. */
    @Test
    void showsWhatCannotBeSeen() {
        Exception failure = at(new IllegalStateException("a\u001b[2J\u202eb\r\n12:00 INFO all is well\tc"));

        assertThat(FailureText.of(failure)).isEqualTo("java.lang.IllegalStateException: a\\u001b[2J\\u202eb\\u000d"
                + "\n\t12:00 INFO all is well\tc");
    }
}
