package dev.tertulia.emulator;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What people can do on the page, and what they see. */
class PlaygroundTest extends BrowserTest {

    private void onBubble(String member, String text, String deed) {
        Locator bubble = bubble(member, text);
        bubble.hover();
        bubble.getByText(deed, new Locator.GetByTextOptions().setExact(true)).click();
    }

    @Test
    void everybodyReadsTheAnswer() {
        say("Ana", "/ping <b>now</b>");

        assertThat(lastBubble("Ben")).containsText("pong");
        assertThat(lastBubble("Ben")).hasAttribute("data-from", "business");
        assertThat(lastBubble("Ben")).containsText("free");
        assertThat(lastBubble("Ben").locator(".ticks.read")).hasAttribute("title", "Ana: read\nBen: read");
        assertThat(phone("Ben").getByText("/ping <b>now</b>")).isVisible();
    }

    @Test
    void windowOpensAndShuts() {
        assertThat(page.getByTestId("window")).containsText("Window shut");
        say("Ana", "hello");
        assertThat(page.getByTestId("window")).containsText("Window open 23:59");

        page.getByLabel("Move the clock 25 h").click();

        assertThat(page.getByTestId("window")).containsText("The bot may send only templates until a member writes.");
    }

    @Test
    void newPersonIsGreetedAndLeaves() {
        page.getByLabel("Name of the new member").fill("Carla");
        page.getByTestId("join").click();
        assertThat(lastBubble("Carla")).hasAttribute("data-kind", "template");
        assertThat(lastBubble("Carla")).containsText("charged × 3");

        page.getByLabel("Carla leaves").click();

        assertThat(phone("Carla")).hasCount(0);
        assertThat(lastBubble("Ana")).hasText("Carla left");
    }

    @Test
    void personAsksAndIsApproved() {
        tools();
        page.getByTestId("new-group").click();
        page.locator("#new-group").getByLabel("Subject").fill("Board");
        page.locator("#new-group").getByLabel("Joining by link needs approval").check();
        page.getByText("Create", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByTestId("subject")).hasText("Board");
        page.getByLabel("Name of the new member").fill("Carla");
        page.getByTestId("join").click();

        page.getByTestId("join-request").getByText("Approve").click();

        assertThat(phone("Carla")).isVisible();
        assertThat(page.getByTestId("join-request")).hasCount(0);
    }

    @Test
    void groupIsRenamedAndSuspended() {
        tools();
        page.getByText("Rename…").click();
        page.locator("#rename").getByLabel("Subject").fill("Film club");
        page.locator("#rename").getByLabel("Subject").press("Enter");
        assertThat(page.getByTestId("subject")).hasText("Film club");

        page.getByTestId("suspend").click();

        assertThat(page.getByText("Suspended by Meta: the bot cannot write")).isVisible();
        assertThat(page.getByTestId("suspend")).hasText("End suspension");
    }

    @Test
    void headerNamesNoGroupAfterTheLastIsGone() {
        assertThat(page.getByTestId("subject")).hasText("Book club");

        whatsApp.reset();

        assertThat(page.getByTestId("subject")).hasText("Playground");
        assertThat(page.getByTestId("member-count")).isEmpty();
        assertThat(page.getByTestId("invite-link")).isHidden();
        assertThat(page).hasTitle("Playground");
    }

    @Test
    void botRemovesAMember() {
        page.getByLabel("The bot removes Ben").click();

        assertThat(phone("Ben")).hasCount(0);
        assertThat(lastBubble("Ana")).hasText("Ben was removed");
    }

    @Test
    void messageIsAnsweredLikedAndPinned() {
        say("Ana", "We meet at 8");
        onBubble("Ben", "We meet at 8", "Reply");
        say("Ben", "Good");
        assertThat(lastBubble("Ana").locator(".quote")).hasText("Ana: We meet at 8");

        onBubble("Ben", "We meet at 8", "❤");
        assertThat(phone("Ana").locator(".reactions")).hasText("❤");

        onBubble("Ben", "Good", "Pin");
        assertThat(phone("Ana").locator(".pins")).hasText("Pinned: Good");
    }

    @Test
    void fileIsSent() {
        phone("Ana").locator("input[type=file]")
                .setInputFiles(new FilePayload("map.pdf", "application/pdf", "map".getBytes()));

        assertThat(lastBubble("Ben")).containsText("map.pdf");
        assertThat(lastBubble("Ben").getByText("Open the file (application/pdf)")).isVisible();
    }

    @Test
    void wireShowsBothDirectionsAndSendsAgain() {
        page.getByTestId("wire-open").click();
        say("Ana", "/ping");
        Locator calls = page.locator("[data-testid=wire-line][data-direction=call]");
        assertThat(calls).hasCount(1);
        assertThat(page.locator("[data-testid=wire-line][data-direction=webhook]").last())
                .containsText("messages text");

        calls.locator("summary").click();
        assertThat(calls).containsText("\"body\": \"pong\"");
        calls.getByText("Send again").click();

        assertThat(calls).hasCount(2);
        assertThat(phone("Ben").getByTestId("bubble").filter(new Locator.FilterOptions().setHasText("pong")))
                .hasCount(2);
    }

    @Test
    void keysGoFromMessageToMessage() {
        say("Ana", "first");
        say("Ana", "second");
        assertThat(lastBubble("Ben")).containsText("second");

        phone("Ben").locator(".talk").focus();
        page.keyboard().press("ArrowUp");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.keyboard().type("quoted");
        page.keyboard().press("Enter");

        assertThat(lastBubble("Ana").locator(".quote")).hasText(Pattern.compile("first"));
    }

    @Test
    void webhooksAndReceiptsComeAsTold() {
        tools();
        assertThat(page.getByLabel("per delivery")).hasValue("1");
        page.getByLabel("per delivery").fill("10");
        page.getByLabel("per delivery").press("Enter");
        page.getByLabel("unknown fields").focus();
        page.keyboard().press("Space");
        checkbox("read").uncheck();

        say("Ana", "/ping");

        assertThat(lastBubble("Ben").locator(".ticks.delivered")).isVisible();
        page.reload();
        tools();
        assertThat(page.getByLabel("per delivery")).hasValue("10");
        assertThat(page.getByLabel("unknown fields")).isChecked();
        assertThat(checkbox("read")).not().isChecked();
    }

    @Test
    void errorIsShownAndNothingIsLost() {
        page.getByLabel("Name of the new member").fill("Ben");
        page.getByLabel("Phone of the new member").fill("12");

        page.getByTestId("join").click();

        assertThat(page.getByRole(AriaRole.ALERT))
                .hasText("'12' is not a phone number: write 7 to 15 digits, such as +1 650 555 1234.");
        assertThat(page.getByLabel("Name of the new member")).hasValue("Ben");
    }

    @Test
    void templatesAreSeenAddedAndPaused() {
        whatsApp.templates().add("welcome", "en", "Welcome, <b>{{1}}</b>!");
        tools();
        page.getByLabel("Name of the new template").fill("hello");
        page.getByLabel("Language of the new template").fill("pt_BR");
        page.getByLabel("Category of the new template").selectOption("MARKETING");
        page.getByLabel("Text of the new template").fill("Olá, {{1}}!");
        page.getByLabel("Text of the new template").press("Enter");
        Locator templates = page.getByTestId("template");
        assertThat(templates).hasCount(2);
        assertThat(templates.first()).containsText("Welcome, <b>{{1}}</b>!");
        assertThat(templates.last()).containsText("hello (pt_BR)");
        assertThat(templates.last()).containsText("marketing, approved");

        templates.last().getByText("Pause").click();

        assertThat(templates.last()).containsText("marketing, paused");
        assertThat(templates.last().getByText("Approve")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"390, 844", "768, 1024", "1280, 800"})
    void phonesComeFirst(int width, int height) {
        page.setViewportSize(width, height);

        BoundingBox phone = phone("Ana").boundingBox();

        assertThat(phone.y).isLessThan(height / 4.0);
        assertThat(phone.y + phone.height).isLessThanOrEqualTo(height);
        assertThat(words("Ana")).isInViewport();
        assertThat(page.getByTestId("suspend")).isHidden();
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        tools();
        assertThat(page.getByTestId("suspend")).isVisible();
        assertThat(page.getByTestId("join")).isVisible();
    }

    @Test
    void reloadedPageShowsTheSameGroup() {
        String second = whatsApp.createGroup("Film club").id();
        whatsApp.join(second, "Carla", null);
        page.getByLabel("Group", new Page.GetByLabelOptions().setExact(true)).selectOption("Film club");
        assertThat(page.getByTestId("subject")).hasText("Film club");

        page.reload();

        assertThat(page.getByTestId("subject")).hasText("Film club");
        assertThat(phone("Carla")).isVisible();
    }

    /** Whether the last character of an element is shown to the left of its first one. */
    private static boolean endsLeft(Locator words) {
        return (boolean) words.evaluate("""
                node => {
                  const text = node.firstChild;
                  const left = at => {
                    const range = document.createRange();
                    range.setStart(text, at);
                    range.setEnd(text, at + 1);
                    return range.getBoundingClientRect().left;
                  };
                  return left(text.length - 1) < left(0);
                }""");
    }

    @Test
    void wordsFromRightToLeftEndOnTheLeft() {
        String noa = whatsApp.join(group, "נועה, תל אביב", null).id();
        String question = whatsApp.say(group, noa, "מה שלומך?");
        whatsApp.reply(group, ana, question, "English!");

        assertThat(bubble("Ben", "English!")).isVisible();
        assertThat(endsLeft(bubble("Ben", "מה שלומך?").locator(".quote bdi"))).isTrue();
        assertThat(endsLeft(phone("Ben").locator("[data-from^='נועה'] .text"))).isTrue();
        assertThat(endsLeft(bubble("Ben", "English!").locator(".text"))).isFalse();
        assertThat(phone("נועה, תל אביב").locator("header strong")).hasCSS("direction", "rtl");
        words("Ben").fill("שלום!");
        assertThat(words("Ben")).hasCSS("direction", "rtl");
    }
}
