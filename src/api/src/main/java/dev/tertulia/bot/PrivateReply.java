package dev.tertulia.bot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.InvalidArgument;

/**
 * An answer with choices to tap. WhatsApp accepts it in private chats alone, so only handlers of private messages return
 * it. If the person's window is shut when it is about to leave, it is held until they write; {@code orTemplate},
 * {@code orHold} and {@code orDrop} turn it into a {@link PrivateNotice}.
 */
public record PrivateReply(Menu menu, @Nullable String quotes, FollowUp followUp) {

    /**
     * A text with buttons, whose titles are also their ids.
     *
     * @param words  1 to 1024 characters
     * @param titles one to three, each 1 to 20 characters
     */
    public static PrivateReply buttons(String words, String... titles) {
        return of(new Menu.Buttons(words, Stream.of(titles).map(title -> new Menu.Button(title, title)).toList()));
    }

    /** A text with buttons. */
    public static PrivateReply buttons(String words, List<Menu.Button> buttons) {
        return of(new Menu.Buttons(words, buttons));
    }

    /**
     * A text with a list of rows to choose from, whose titles are also their ids.
     *
     * @param words  1 to 4096 characters
     * @param open   the title of the button that opens the list, 1 to 20 characters
     * @param titles one to ten, each 1 to 24 characters
     */
    public static PrivateReply list(String words, String open, String... titles) {
        List<Menu.Row> rows = Stream.of(titles).map(title -> new Menu.Row(title, title, null)).toList();
        return list(words, open, List.of(new Menu.Section(null, rows)));
    }

    /** A text with a list of rows in sections. */
    public static PrivateReply list(String words, String open, List<Menu.Section> sections) {
        return of(new Menu.Choices(words, open, sections));
    }

    private static PrivateReply of(Menu menu) {
        return new PrivateReply(menu, null, FollowUp.NONE);
    }

    /** The same with one more button. */
    public PrivateReply button(String id, String title) {
        if (!(menu instanceof Menu.Buttons before)) {
            throw new InvalidArgument("a message has buttons or a list, not both; add a row to the list");
        }
        List<Menu.Button> buttons = new ArrayList<>(before.buttons());
        buttons.add(new Menu.Button(id, title));
        return new PrivateReply(new Menu.Buttons(before.words(), buttons), quotes, followUp);
    }

    /** The same answer, quoting a message. */
    public PrivateReply quoting(IncomingMessage message) {
        return new PrivateReply(menu, message.id(), followUp);
    }

    /** The same answer, as a question to the person. {@link OnAnswer} of this name handles their next words or tap. */
    public PrivateReply asking(String question) {
        return with(followUp.with(new Question(question, false)));
    }

    /** The same answer with a tag. */
    public PrivateReply tagged(String tag) {
        return tagged(tag, null);
    }

    /** The same answer with a tag and a payload, which the handlers of the tag get. */
    public PrivateReply tagged(String tag, @Nullable Object payload) {
        return with(followUp.with(new Tag(tag, payload)));
    }

    private PrivateReply with(FollowUp next) {
        return new PrivateReply(menu, quotes, next);
    }

    /** Sends this template when the person's window is shut, in the default language, with these body parameters. */
    public PrivateNotice orTemplate(String name, @Nullable Object... parameters) {
        return orTemplate(Template.of(name, parameters));
    }

    /** Sends this template when the person's window is shut. */
    public PrivateNotice orTemplate(Template template) {
        return notice(new WhenShut.UseTemplate(template));
    }

    /** Waits for the person to write when their window is shut, for at most this long. */
    public PrivateNotice orHold(Duration atMost) {
        return notice(new WhenShut.Hold(atMost));
    }

    /** Sends nothing when the person's window is shut. */
    public PrivateNotice orDrop() {
        return notice(new WhenShut.Drop());
    }

    private PrivateNotice notice(WhenShut whenShut) {
        return new PrivateNotice(menu, quotes, whenShut, null, followUp);
    }
}
