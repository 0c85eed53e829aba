package dev.tertulia.bot;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TemplateTest {

    private static void refuses(ThrowingCallable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Welcome", "wel come", "wel-come", "grüße"})
    void itsNameIsOfLowerCaseLettersDigitsAndUnderscores(String name) {
        refuses(() -> Template.of(name), "'" + name + "' cannot be a template's name: write lower-case letters,"
                + " digits and underscores, 512 at most");
    }

    @Test
    void itsNameHas512CharactersAtMost() {
        assertThat(Template.of("x".repeat(512)).name()).hasSize(512);
        refuses(() -> Template.of("x".repeat(513)), "'" + "x".repeat(513) + "' cannot be a template's name: write"
                + " lower-case letters, digits and underscores, 512 at most");
    }

    @Test
    void parametersHaveAllANameOrNone() {
        String message = "template offer gets parameters with and without a name; WhatsApp takes all of one kind";

        refuses(() -> Template.of("offer", "Saturday").with("time", "7:30 pm"), message);
    }

    @Test
    void parametersAreNotEmpty() {
        refuses(() -> Template.of("offer", " "), "a template's parameter is empty; WhatsApp wants a text");
        refuses(() -> Template.of("offer").with("day", ""), "a template's parameter is empty; WhatsApp wants a text");
        refuses(() -> Template.of("offer").header(""), "a template's parameter is empty; WhatsApp wants a text");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"\u200b", "\u00a0", "\u2060\ufeff", "\u3000\u2003", "\u200e\u202e", "\u3164", "\u2800",
            "\ufe0f", "\udb40\udc20", "\u0007", "\r\n\t"})
    void whatNobodyWouldSeeIsEmpty(@Nullable String text) {
        String message = "a template's parameter is empty; WhatsApp wants a text";

        refuses(() -> Template.of("offer", text), message);
        refuses(() -> Template.of("offer", "Saturday", text), message);
        refuses(() -> Template.of("offer").with("day", text), message);
        refuses(() -> Template.of("offer").header(text), message);
        refuses(() -> new Template.Header.Text("day", text), message);
        refuses(() -> new Template.Parameter.Text("day", text), message);
        refuses(() -> new Template.Button.Url(0, text), message);
        refuses(() -> new Template.Button.QuickReply(0, text), message);
        refuses(() -> Reply.text("hello").orTemplate("offer", text), message);
    }

    @Test
    void noParametersAtAllMayBeNull() {
        refuses(() -> Template.of("offer", (Object[]) null), "a template's parameter is empty; WhatsApp wants a text");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "a\nb|a b", "a\r\n\r\nb|a b", "a\tb|a b", "a\u2028b\u2029c\u0085d\u000be|a b c d e", "a     b|a b",
            "a    b|a    b", " a b \n|a b", "a \u00a0 \u00a0 b|a b", "a\u00a0b|a\u00a0b", "a \u0000\u001bb|a b",
            "a\u200bb|a\u200bb",
            "\ud83d\udc68\u200d\ud83d\udc69|\ud83d\udc68\u200d\ud83d\udc69", "\u2764\ufe0f|\u2764\ufe0f"})
    void whatFillsAPlaceIsOnOneLine(String writtenAndTaken) {
        String written = writtenAndTaken.substring(0, writtenAndTaken.indexOf('|'));
        String taken = writtenAndTaken.substring(written.length() + 1);
        Template template = Template.of("offer", written).header(written).button(new Template.Button.Url(0, written))
                .button(new Template.Button.QuickReply(1, written));

        assertThat(template).isEqualTo(new Template("offer", null, new Template.Header.Text(null, taken),
                List.of(new Template.Parameter.Text(null, taken)),
                List.of(new Template.Button.Url(0, taken), new Template.Button.QuickReply(1, taken))));
        assertThat(Template.of("offer").with("day", written).body())
                .containsExactly(new Template.Parameter.Text("day", taken));
    }

    @Test
    void namesOfParametersAreWritten() {
        refuses(() -> Template.of("offer").with("\u200b", "Saturday"), "a template's parameter has an empty name; write"
                + " the one that stands in the template, or leave it out");
        refuses(() -> Template.of("offer").with("link", Template.INVITE_LINK), "template offer gets link by name, which"
                + " must be a text; give a Parameter without a name, to Template.of");
    }

    @Test
    void aButtonIsFilledOnce() {
        refuses(() -> Template.of("offer").button(new Template.Button.Url(0, "a"))
                .button(new Template.Button.QuickReply(0, "b")),
                "template offer gets two parameters for the same button");
        refuses(() -> new Template.Button.Url(-1, "a"), "a template's button -1: they count from 0");
        refuses(() -> new Template.Button.QuickReply(-1, "a"), "a template's button -1: they count from 0");
    }
}
