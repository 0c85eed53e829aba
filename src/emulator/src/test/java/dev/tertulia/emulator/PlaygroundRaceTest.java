package dev.tertulia.emulator;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What a person does on the page while the emulator tells of other things: the person goes first. */
class PlaygroundRaceTest extends BrowserTest {

    @BeforeEach
    void unfold() {
        tools();
    }

    /** Lets the page hear of something and waits until it shows it. */
    private void news(String text) {
        whatsApp.say(group, ana, text);
        assertThat(lastBubble("Ben")).containsText(text);
    }

    private void deliver(Route put, String path) {
        page.waitForResponse("**/emulator" + path, put::resume);
    }

    @Test
    void changeOnItsWayIsNotUndoneByTheStateBefore() {
        Held changes = hold("PUT", "/receipts");
        checkbox("read").uncheck();

        news("while the change is on its way");

        assertThat(checkbox("read")).not().isChecked();
        deliver(changes.next(), "/receipts");
        news("after it");
        assertThat(checkbox("read")).not().isChecked();
        assertThat(state().at("/receipts/read").asBoolean()).isFalse();
    }

    @Test
    void takenChangeIsNotUndoneByAnOlderAnswer() {
        Held polls = hold("GET", "/changes");
        news("so that the page asks for more");
        Route poll = polls.next();
        whatsApp.say(group, ana, "the old answer is shown");
        String old = state().toString();
        page.waitForResponse("**/emulator/receipts", checkbox("read")::uncheck);

        poll.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(old));

        assertThat(lastBubble("Ben")).containsText("the old answer is shown");
        assertThat(checkbox("read")).not().isChecked();
    }

    @Test
    void numberOnItsWayIsNotUndone() {
        Held changes = hold("PUT", "/deliveries");
        page.getByLabel("per delivery").fill("10");
        page.getByLabel("per delivery").press("Tab");

        news("while the change is on its way");

        assertThat(page.getByLabel("per delivery")).hasValue("10");
        deliver(changes.next(), "/deliveries");
        assertThat(page.getByLabel("per delivery")).hasValue("10");
    }

    @Test
    void refusedChangeIsTakenBack() {
        Held changes = hold("PUT", "/receipts");
        checkbox("read").uncheck();

        changes.next().fulfill(new Route.FulfillOptions().setStatus(400).setBody("{\"error\": \"Not now.\"}"));

        assertThat(page.getByText("Not now.")).isVisible();
        assertThat(checkbox("read")).isChecked();
    }

    @Test
    void changesArriveInTheOrderInWhichTheyWereMade() {
        Held changes = hold("PUT", "/receipts");
        checkbox("read").uncheck();
        Route first = changes.next();
        checkbox("read").check();
        news("both were made");
        assertThat(changes.waiting()).isZero();

        deliver(first, "/receipts");
        deliver(changes.next(), "/receipts");

        news("both were taken");
        assertThat(checkbox("read")).isChecked();
        assertThat(state().at("/receipts/read").asBoolean()).isTrue();
    }

    @Test
    void whatOthersChangeIsShown() {
        control("PUT", "/receipts", Json.object("read", false));
        control("PUT", "/deliveries", Json.object("batch", 7));

        assertThat(checkbox("read")).not().isChecked();
        assertThat(page.getByLabel("per delivery")).hasValue("7");
    }

    @Test
    void restartedEmulatorIsBelievedAlthoughItCountsAnew() {
        Held polls = hold("GET", "/changes");
        news("so that the page asks for more");
        page.waitForResponse("**/emulator/receipts", checkbox("read")::uncheck);
        String fresh = new FakeWhatsApp(AccountSettings.demo(), MovableClock.ticking()).handle(new Request("GET",
                "/emulator/state", Map.of(), Map.of(), new byte[0])).text();

        polls.next().fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(fresh));

        assertThat(page.getByText("No group yet")).isVisible();
        polls.next().fulfill(new Route.FulfillOptions().setContentType("application/json")
                .setBody(state().toString().replace("\"read\":false", "\"read\":true")
                        .replaceFirst("\"run\":\"[^\"]*\"", "\"run\":\"another\"")));
        assertThat(checkbox("read")).isChecked();
    }

    @Test
    void wordsThatAreTypedMeanwhileStay() {
        Held joins = hold("POST", "/join");
        Locator name = page.getByLabel("Name of the new member");
        name.fill("Carla");
        name.press("Enter");
        Route join = joins.next();

        name.fill("Dora");
        join.resume();

        assertThat(phone("Carla")).isVisible();
        assertThat(name).hasValue("Dora");
    }

    @Test
    void failedMessageDoesNotReplaceTheNextOne() {
        Held messages = hold("POST", "/groups/*/messages");
        say("Ana", "first");
        Route first = messages.next();
        words("Ana").fill("second");

        first.fulfill(new Route.FulfillOptions().setStatus(400).setBody("{\"error\": \"Not now.\"}"));

        assertThat(page.getByText("Not now.")).isVisible();
        assertThat(words("Ana")).hasValue("second");
    }

    @Test
    void failedReplyComesBackWithItsQuote() {
        news("We meet at 8");
        bubble("Ben", "We meet at 8").hover();
        bubble("Ben", "We meet at 8").getByText("Reply").click();
        Held messages = hold("POST", "/groups/*/messages");
        say("Ben", "Good");

        messages.next().fulfill(new Route.FulfillOptions().setStatus(400).setBody("{\"error\": \"Not now.\"}"));

        assertThat(words("Ben")).hasValue("Good");
        assertThat(phone("Ben").locator("form .quote")).hasText("Ana: We meet at 8");
    }

    @Test
    void messagesArriveInTheOrderInWhichTheyWereWritten() {
        Held messages = hold("POST", "/groups/*/messages");
        say("Ana", "first");
        Route first = messages.next();
        say("Ben", "second");

        first.resume();
        messages.next().resume();

        assertThat(lastBubble("Ana")).containsText("second");
        assertThat(bubble("Ana", "first")).isVisible();
    }

    @Test
    void bubbleKeepsFocusAndSelectionWhileItChanges() {
        news("Read me");
        Locator bubble = bubble("Ben", "Read me");
        bubble.focus();
        bubble.locator(".text").selectText();

        control("POST", "/groups/" + group + "/messages", Json.object("from", ana, "type", "reaction", "content",
                Json.object("message_id", state().at("/groups/0/messages").findValuesAsText("id").getLast(), "emoji",
                        "❤")));

        assertThat(bubble.locator(".reactions")).hasText("❤");
        assertThat(bubble).isFocused();
        assertThat(page.evaluate("getSelection().toString()")).isEqualTo("Read me");
    }

    @Test
    void conversationStaysWhereItWasScrolledTo() {
        for (int i = 0; i < 40; i++) {
            whatsApp.say(group, ana, "line " + i);
        }
        assertThat(lastBubble("Ben")).containsText("line 39");
        Locator talk = phone("Ben").locator(".talk");
        talk.evaluate("talk => talk.scrollTop = 100");

        news("far below");

        assertThat(talk.evaluate("talk => talk.scrollTop")).isEqualTo(100);
    }

    @Test
    void dayIsShownAboveItsFirstMessageWhenOlderOnesDropOut() {
        for (int i = 0; i < 205; i++) {
            whatsApp.say(group, ana, "line " + i);
        }
        assertThat(lastBubble("Ben")).containsText("line 204");

        whatsApp.say(group, ana, "the last");

        assertThat(lastBubble("Ben")).containsText("the last");
        assertThat(phone("Ben").locator(".talk > :first-child")).hasClass("day");
        assertThat(phone("Ben").locator(".day")).hasCount(1);
    }

    @Test
    void buttonsOfARequestKeepTheFocus() {
        String board = control("POST", "/groups", Json.object("subject", "Board", "join_approval_mode",
                "approval_required")).path("id").asText();
        page.getByLabel("Group", new Page.GetByLabelOptions().setExact(true))
                .selectOption("Board");
        whatsApp.join(board, "Carla", null);
        Locator approve = page.getByTestId("join-request").getByText("Approve");
        approve.focus();

        whatsApp.join(board, "Dora", null);

        assertThat(page.getByTestId("join-request")).hasCount(2);
        assertThat(approve.first()).isFocused();
    }

    @Test
    void openMenuAndTypedWordsSurviveOtherNews() {
        String board = whatsApp.createGroup("Board").id();
        whatsApp.join(board, "Carla", null);
        Locator groups = page.locator("#groups");
        assertThat(groups.locator("option")).hasCount(2);
        ElementHandle option = groups.locator("option").last().elementHandle();
        words("Ana").fill("half a sen");

        news("of the first group");
        groups.selectOption("Board");
        assertThat(phone("Carla")).isVisible();
        groups.selectOption("Book club");

        assertThat(words("Ana")).hasValue("half a sen");
        assertThat(option.evaluate("option => option.isConnected")).isEqualTo(true);
    }

    @Test
    void wireKeepsFocusAndSelectionWhenMoreComesIn() {
        page.getByTestId("wire-open").click();
        say("Ana", "/ping");
        Locator lines = page.getByTestId("wire-line");
        Locator call = page.locator("[data-testid=wire-line][data-direction=call]").last();
        call.locator("summary").click();
        call.getByText("Send again").focus();
        call.locator("pre").first().selectText();
        Object selected = page.evaluate("getSelection().toString()");
        int before = lines.count();

        news("more webhooks");

        assertThat(lines.first()).containsText("messages text");
        assertThat(call.getByText("Send again")).isFocused();
        assertThat(page.evaluate("getSelection().toString()")).isEqualTo(selected);
        assertThat(lines.count()).isGreaterThan(before);
    }

    @Test
    void linkIsCopiedAndThatIsStillSaidAfterTheNextAnswer() {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.getByTestId("invite-link").click();

        news("at the same time");

        assertThat(page.locator("#said")).hasText("Invite link copied.");
    }
}
