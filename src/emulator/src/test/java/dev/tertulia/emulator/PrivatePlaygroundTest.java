package dev.tertulia.emulator;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Private chats on the page. */
class PrivatePlaygroundTest extends BrowserTest {

    private Locator privateTab(String member) {
        return phone(member).getByTestId("private-tab");
    }

    private Locator groupTab(String member) {
        return phone(member).getByTestId("group-tab");
    }

    private void whisper(String member, String text) {
        privateTab(member).click();
        Locator words = phone(member).getByLabel("Private message as " + member);
        words.fill(text);
        words.press("Enter");
    }

    private void answer(String person, String type, ObjectNode content) {
        String phone = state().path("chats").valueStream().map(chat -> chat.path("person"))
                .filter(one -> one.path("name").asText().equals(person)).findFirst().orElseThrow().path("phone")
                .asText();
        control("POST", "/graph", Json.object("method", "POST", "path", "/v25.0/" + Stage.PHONE + "/messages", "body",
                PrivateChatTest.toPerson(phone, type, content)));
    }

    @Test
    void personWritesAndReadsAlone() {
        whisper("Ana", "/secret");
        assertThat(bubble("Ana", "/secret")).hasClass(Pattern.compile("own"));
        assertThat(phone("Ana").getByTestId("private-window")).containsText("Window open until");

        answer("Ana", "text", Json.object("body", "For you alone"));

        assertThat(lastBubble("Ana")).containsText("For you alone");
        assertThat(lastBubble("Ana")).hasAttribute("data-from", "business");
        assertThat(phone("Ben").getByTestId("bubble").filter(new Locator.FilterOptions().setHasText("/secret")))
                .hasCount(0);
    }

    @Test
    void buttonsAndRowsAreTapped() {
        whisper("Ana", "hello");
        assertThat(bubble("Ana", "hello")).isVisible();
        answer("Ana", "interactive", PrivateChatTest.buttons());

        phone("Ana").getByLabel("Tap Yes as Ana").click();
        assertThat(lastBubble("Ana").locator(".text")).hasText("Yes");
        assertThat(lastBubble("Ana").locator(".quote")).hasText("Bot: Do you come?");

        answer("Ana", "interactive", PrivateChatTest.list());
        phone("Ana").getByText("Options").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(lastBubble("Ana").locator(".text")).hasText("Priority Mail Express");
    }

    @Test
    void messageIsQuotedAndReactedTo() {
        whisper("Ana", "hello");
        assertThat(bubble("Ana", "hello")).isVisible();
        answer("Ana", "text", Json.object("body", "Hi there"));

        Locator hi = bubble("Ana", "Hi there");
        hi.hover();
        hi.getByText("❤", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(hi.locator(".reactions")).hasText("❤");
        assertThat(hi.getByText("Pin")).hasCount(0);
        hi.hover();
        hi.getByText("Reply").click();
        page.keyboard().type("Thanks");
        page.keyboard().press("Enter");

        assertThat(lastBubble("Ana").locator(".quote")).hasText("Bot: Hi there");
    }

    @Test
    void fileIsSent() {
        privateTab("Ana").click();

        phone("Ana").locator("input[type=file]")
                .setInputFiles(new FilePayload("map.pdf", "application/pdf", "map".getBytes()));

        assertThat(lastBubble("Ana")).containsText("map.pdf");
    }

    @Test
    void fileOfATypeThatTheBrowserDoesNotKnowIsSent() {
        privateTab("Ana").click();

        phone("Ana").locator("input[type=file]").setInputFiles(new FilePayload("a.unheard", "", "map".getBytes()));

        assertThat(lastBubble("Ana")).containsText("a.unheard");
    }

    @Test
    void newMessagesAreCountedWhileTheOtherChatIsShown() {
        whisper("Ana", "hello");
        assertThat(bubble("Ana", "hello")).isVisible();
        groupTab("Ana").click();

        answer("Ana", "text", Json.object("body", "Hi there"));

        assertThat(privateTab("Ana").locator(".fresh")).hasText("1");
        groupTab("Ana").focus();
        page.keyboard().press("ArrowRight");
        assertThat(privateTab("Ana")).hasAttribute("aria-selected", "true");
        assertThat(privateTab("Ana")).isFocused();
        assertThat(lastBubble("Ana")).containsText("Hi there");
        assertThat(privateTab("Ana").locator(".fresh")).isHidden();
    }

    @Test
    void enteredTextStaysInItsChat() {
        words("Ana").fill("for the group");
        privateTab("Ana").click();
        assertThat(phone("Ana").getByLabel("Private message as Ana")).hasValue("");

        groupTab("Ana").click();

        assertThat(words("Ana")).hasValue("for the group");
    }

    @Test
    void whoIsInNoGroupHasAPhone() {
        control("POST", "/people", Json.object("name", "Dora"));

        assertThat(phone("Dora").getByTestId("group-tab")).hasCount(0);
        whisper("Dora", "hello");
        assertThat(bubble("Dora", "hello")).isVisible();
        whatsApp.reset();
        assertThat(phone("Dora")).hasCount(0);

        control("POST", "/people", Json.object("name", "Emil"));

        assertThat(phone("Emil")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Emil leaves"))).hasCount(0);
    }
}
