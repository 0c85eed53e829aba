package dev.tertulia.bot;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void aButtonIsFilledOnce() {
        refuses(() -> Template.of("offer").button(new Template.Button.Url(0, "a"))
                .button(new Template.Button.QuickReply(0, "b")),
                "template offer gets two parameters for the same button");
        refuses(() -> new Template.Button.Url(-1, "a"), "a template's button -1: they count from 0");
        refuses(() -> new Template.Button.QuickReply(-1, "a"), "a template's button -1: they count from 0");
    }
}
