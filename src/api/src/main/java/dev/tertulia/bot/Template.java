package dev.tertulia.bot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Whitespace;

/**
 * A message template that WhatsApp has approved. Only templates may be sent while the window is shut, and each
 * participant reached is charged. In groups a template may have text and media; WhatsApp refuses authentication, commerce
 * and interactive templates there (wire reference, part 3).
 *
 * <p>WhatsApp refuses line breaks, tabs and more than four consecutive spaces in a parameter (132018). Each becomes a
 * single space here, and white space at both ends is removed. A parameter that is {@code null} or has no visible
 * character is refused.
 *
 * @param language code such as {@code en} or {@code pt_BR}; {@code null} takes the configured default
 * @param header   the header parameter, if the template has one
 * @param body     the body parameters: in order, or all by name
 * @param buttons  the button parameters, for buttons that have one
 */
public record Template(String name, @Nullable String language, @Nullable Header header, List<Parameter> body,
        List<Button> buttons) {

    /** The parameter of an invitation that WhatsApp replaces with the group's invite link. */
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

    /** A body parameter. */
    public sealed interface Parameter {

        /**
         * Text.
         *
         * @param name {@code null} in templates with numbered parameters
         */
        record Text(@Nullable String name, String text) implements Parameter {
            public Text {
                checkName(name);
                text = filled(text);
            }
        }

        /** The invite link of the group concerned, at the time of delivery. */
        record InviteLink() implements Parameter {}
    }

    /** A header parameter. */
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

        /** An image. */
        record Image(Attachment file) implements Header {}

        /** A video. */
        record Video(Attachment file) implements Header {}

        /** A document. */
        record Document(Attachment file, @Nullable String filename) implements Header {}
    }

    /** A button parameter. */
    public sealed interface Button {

        /** The index of the button, from 0. */
        int index();

        /** The variable end of the URL that a tap opens. */
        record Url(int index, String ending) implements Button {
            public Url {
                checkIndex(index);
                ending = filled(ending);
            }
        }

        /** The payload that comes back as {@link dev.tertulia.message.Content.ButtonTap} when somebody taps the button. */
        record QuickReply(int index, String payload) implements Button {
            public QuickReply {
                checkIndex(index);
                payload = filled(payload);
            }
        }
    }

    /** A template in the default language. Parameters are converted to text, except {@link #INVITE_LINK}. */
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

    /** The same template in another language. */
    public Template in(String code) {
        return new Template(name, code, header, body, buttons);
    }

    /** The same template with one more named body parameter. */
    public Template with(String parameter, @Nullable Object value) {
        if (value instanceof Parameter) {
            throw new InvalidArgument("template " + name + " gets " + parameter + " by name, which must be a"
                    + " text; give a Parameter without a name, to Template.of");
        }
        return new Template(name, language, header, and(body, new Parameter.Text(parameter, words(value))), buttons);
    }

    /** The same template with a text header parameter. */
    public Template header(String text) {
        return header(new Header.Text(null, text));
    }

    /** The same template with a header parameter. */
    public Template header(Header filled) {
        return new Template(name, language, filled, body, buttons);
    }

    /** The same template with one more button parameter. */
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
