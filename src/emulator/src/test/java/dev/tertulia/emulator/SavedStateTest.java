package dev.tertulia.emulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.webhook.DeliverySettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/** State that is saved to a file and restored from it. */
class SavedStateTest {

    /** What is new with each run, or goes on by itself. */
    private static final Set<String> OWN = Set.of("run", "seq", "now", "webhook", "violations");

    @TempDir
    private Path folder;

    private static FakeWhatsApp whatsApp() {
        return new FakeWhatsApp(AccountSettings.demo(), MovableClock.stoppedAt(Stage.START));
    }

    private static JsonNode ask(FakeWhatsApp whatsApp, String method, String path, JsonNode body) {
        return Json.read(whatsApp.handle(new Request(method, path, Map.of(),
                Map.of("authorization", "Bearer demo-token"), Json.bytes(body))).body());
    }

    private static ObjectNode seen(FakeWhatsApp whatsApp) {
        return ((ObjectNode) ask(whatsApp, "GET", "/emulator/state", Json.object())).remove(OWN);
    }

    /** A group with all that can be seen in one. */
    private static FakeWhatsApp lived() {
        FakeWhatsApp whatsApp = whatsApp();
        whatsApp.addNumber("2222", "+1 555 078 3882");
        whatsApp.templates().add("welcome", "en", "Welcome, {{1}}!", "MARKETING");
        String group = whatsApp.createGroup("Book club").id();
        String ana = whatsApp.join(group, "Ana", null).id();
        String ben = whatsApp.join(group, "Ben", "").id();
        String first = whatsApp.say(group, ana, "We meet at 8");
        whatsApp.reply(group, ben, first, "Good");
        ask(whatsApp, "POST", "/emulator/groups/" + group + "/messages", Json.object("from", ben, "type", "reaction",
                "content", Json.object("message_id", first, "emoji", "❤")));
        ask(whatsApp, "POST", "/v25.0/" + Stage.PHONE + "/messages",
                Json.object("messaging_product", "whatsapp", "recipient_type", "group", "to", group, "type", "text",
                        "text", Json.object("body", "Here I am")));
        ask(whatsApp, "POST", "/v25.0/" + Stage.PHONE + "/messages",
                Json.object("messaging_product", "whatsapp", "recipient_type", "group", "to", group, "type", "pin",
                        "pin", Json.object("type", "pin", "message_id", first, "expiration_days", 7)));
        whatsApp.privateChat("2222", ana).say("hello");
        ask(whatsApp, "POST", "/v25.0/2222/messages",
                PrivateChatTest.toPerson(whatsApp.group(group).members().getFirst()
                        .phone(), "interactive", PrivateChatTest.buttons()));
        whatsApp.leave(group, ben);
        String board = ask(whatsApp, "POST", "/emulator/groups", Json.object("subject", "Board", "join_approval_mode",
                "approval_required", "number", "2222")).path("id").asText();
        whatsApp.join(board, "Carla", null);
        whatsApp.suspend(board, true);
        whatsApp.receipts(new Receipts(false, true, false, true, false));
        whatsApp.webhooks().delivery(new DeliverySettings(5, 10, true, Duration.ofSeconds(2), true, false));
        whatsApp.limit(new Limits(80, 1, 100, 45));
        whatsApp.clock().advance(Duration.ofHours(3));
        return whatsApp;
    }

    private Path kept(FakeWhatsApp whatsApp) {
        Path file = folder.resolve("scene.json");
        whatsApp.keep(file).close();
        return file;
    }

    @Test
    void everythingThatCanBeSeenIsThereAgain() {
        FakeWhatsApp before = lived();
        FakeWhatsApp after = whatsApp();

        after.restore(kept(before));

        assertThat(seen(after)).isEqualTo(seen(before));
        assertThat(after.clock().instant()).isEqualTo(before.clock().instant());
    }

    @Test
    void nothingNewHasAnIdThatIsTaken() {
        FakeWhatsApp before = lived();
        FakeWhatsApp after = whatsApp();
        after.restore(kept(before));
        GroupView club = after.groups().getFirst();
        List<String> known = after.transcript(club.id()).stream().map(ChatMessage::id).toList();

        String said = after.say(club.id(), club.members().getFirst().id(), "hello again");
        MemberView dora = after.join(club.id(), "Dora", null);

        assertThat(known).doesNotContain(said);
        assertThat(after.transcript(club.id())).hasSize(known.size() + 2);
        assertThat(club.members()).extracting(MemberView::id).doesNotContain(dora.id());
        assertThat(after.createGroup("Third").id()).isNotIn(before.groups().stream().map(GroupView::id).toList());
    }

    @Test
    void fileFollowsWhatHappens() {
        FakeWhatsApp whatsApp = lived();
        Path file = folder.resolve("scene.json");
        try (StateFile stateFile = whatsApp.keep(file)) {
            assertThat(stateFile).hasToString(file.toAbsolutePath().toString());
            assertThat(file).content().contains("We meet at 8");

            whatsApp.createGroup("Film club");

            await().untilAsserted(() -> assertThat(file).content().contains("Film club"));
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "no JSON", "{\"version\": 2}", "{\"version\": 1}",
            "{\"version\": 1, \"clock_ahead\": \"soon\"}"})
    void otherFilesAreRefused(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("other.json"), content);

        assertThatIllegalArgumentException().isThrownBy(() -> whatsApp().restore(file))
                .withMessageStartingWith(file + " holds no saved state: ");
    }
}
