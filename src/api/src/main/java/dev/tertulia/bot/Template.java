package dev.tertulia.bot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Whitespace;

/**
 * A message that WhatsApp approved beforehand: all that may be sent when the window is shut, and it costs money for
 * every participant it reaches. In groups it may be of text and media; WhatsApp refuses log-in codes, commerce and
 * interactive ones there (wire reference, part 3).
 *
 * <p>WhatsApp takes no line break, no tab and no more than four spaces in a row in what fills a place (132018), so each
 * becomes a single space here, and white space at both ends is left out. What is {@code null}, or of which nobody would
 * see anything, is refused.
 *
 * @param language code such as {@code en} or {@code pt_BR}; {@code null} takes the configured default
 * @param header   what fills the header, if that has a place to fill
 * @param body     what fills the places of the body: in their order, or all by name
 * @param buttons  what fills the buttons that have a place to fill
 */
public record Template(String name, @Nullable String language, @Nullable Header header, List<Parameter> body,
        List<Button> buttons) {

    /** Among the parameters of an invitation: WhatsApp puts the group's invite link in its place. */
    public static final Parameter INVITE_LINK = new Parameter.InviteLink();

    public Template {
        if (!name.matches("[a-z0-9_]{1,512}")) {
            throw new InvalidArgument("'", name, "' cannot be a template's name: write lower-case letters,"
                    + " digits and underscores, 512 at most");
        }
        body = List.copyOf(body);
        buttons = List.copyOf(buttons);
        if (body.stream().flatMap(Template::hasName).distinct().count() > 1) {
            throw new InvalidArgument("template " + name + " gets parameters with and without a name; WhatsApp"
                    + " takes all of one kind");
        }
        if (buttons.stream().map(Button::index).distinct().count() < buttons.size()) {
            throw new InvalidArgument("template " + name + " gets two parameters for the same button");
        }
    }

    /** What fills one place of the body. */
    public sealed interface Parameter {

        /**
         * Text.
         *
         * @param name {@code null} in templates that number their places
         */
        record Text(@Nullable String name, String text) implements Parameter {
            public Text {
                checkName(name);
                text = filled(text);
            }
        }

        /** The invite link of the group that the message is about, as it is when the message is delivered. */
        record InviteLink() implements Parameter {}
    }

    /** What fills the header. */
    public sealed interface Header {

        /**
         * Text.
         *
         * @param name {@code null} in templates that number their places
         */
        record Text(@Nullable String name, String text) implements Header {
            public Text {
                checkName(name);
                text = filled(text);
            }
        }

        /** A picture. */
        record Image(Attachment file) implements Header {}

        /** A film. */
        record Video(Attachment file) implements Header {}

        /** A document. */
        record Document(Attachment file, @Nullable String filename) implements Header {}
    }

    /** What fills a button. */
    public sealed interface Button {

        /** Its place among the buttons, from 0. */
        int index();

        /** The end of the address that a tap opens. */
        record Url(int index, String ending) implements Button {
            public Url {
                checkIndex(index);
                ending = filled(ending);
            }
        }

        /** What comes back as {@link dev.tertulia.message.Content.ButtonTap} when somebody taps. */
        record QuickReply(int index, String payload) implements Button {
            public QuickReply {
                checkIndex(index);
                payload = filled(payload);
            }
        }
    }

    /** A template in the default language; parameters are turned into text, but for {@link #INVITE_LINK}. */
    public static Template of(String name, @Nullable Object... body) {
        @Nullable
        Object[] values = body == null ? new Object[1] : body;
        return new Template(name, null, null, Arrays.stream(values).map(Template::parameter).toList(), List.of());
    }

    private static Parameter parameter(@Nullable Object value) {
        return value instanceof Parameter parameter ? parameter : new Parameter.Text(null, words(value));
    }

    private static String words(@Nullable Object value) {
        return value == null ? "" : String.valueOf(value.toString());
    }

    private static Stream<Boolean> hasName(Parameter parameter) {
        return parameter instanceof Parameter.Text text ? Stream.of(text.name() != null) : Stream.empty();
    }

    /** The same in a certain language. */
    public Template in(String code) {
        return new Template(name, code, header, body, buttons);
    }

    /** The same with one more parameter of the body, by its name. */
    public Template with(String parameter, @Nullable Object value) {
        if (value instanceof Parameter) {
            throw new InvalidArgument("template " + name + " gets " + parameter + " by name, which must be a"
                    + " text; give a Parameter without a name, to Template.of");
        }
        return new Template(name, language, header, and(body, new Parameter.Text(parameter, words(value))), buttons);
    }

    /** The same with a header that has a place for text. */
    public Template header(String text) {
        return header(new Header.Text(null, text));
    }

    /** The same with a header. */
    public Template header(Header filled) {
        return new Template(name, language, filled, body, buttons);
    }

    /** The same with one more button. */
    public Template button(Button filled) {
        return new Template(name, language, header, body, and(buttons, filled));
    }

    private static String filled(@Nullable String text) {
        if (text == null || Whitespace.isBlank(text)) {
            throw new InvalidArgument("a template's parameter is empty; WhatsApp wants a text");
        }
        return Whitespace.onOneLine(text);
    }

    private static void checkName(@Nullable String name) {
        if (name != null && Whitespace.isBlank(name)) {
            throw new InvalidArgument("a template's parameter has an empty name; write the one that stands in"
                    + " the template, or leave it out");
        }
    }

    private static void checkIndex(int index) {
        if (index < 0) {
            throw new InvalidArgument("a template's button " + index + ": they count from 0");
        }
    }

    private static <T> List<T> and(List<T> some, T more) {
        List<T> all = new ArrayList<>(some);
        all.add(more);
        return all;
    }
}
