package dev.tertulia.emulator;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.emulator.http.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Every route of the control interface over real HTTP. */
class ControlTest {
    private final FakeWhatsApp whatsApp = new FakeWhatsApp(AccountSettings.demo(), MovableClock.stoppedAt(Stage.START));
    private final Emulator emulator = Emulator.start(0, whatsApp, Duration.ofMillis(1));
    private final Browser browser = new Browser(emulator.url());

    @AfterEach
    void close() {
        browser.close();
        emulator.close();
    }

    private JsonNode get(String path) throws Exception {
        return browser.json("GET", "/emulator" + path, "");
    }

    private JsonNode post(String path, String body) throws Exception {
        return browser.json("POST", "/emulator" + path, body);
    }

    private String group() throws Exception {
        return post("/groups", "{\"subject\":\"Book club\"}").path("id").asText();
    }

    private String join(String group, String name) throws Exception {
        return post("/groups/" + group + "/members", Json.object("name", name).toString()).path("id").asText();
    }

    @Test
    void stateShowsWhatPeopleDid() throws Exception {
        String group = group();
        String ana = join(group, "Ana");
        String first = post("/groups/" + group + "/messages",
                "{\"from\":\"%s\",\"text\":\"¡Hola!\"}".formatted(ana)).path("id").asText();
        post("/groups/" + group + "/messages", "{\"from\":\"%s\",\"text\":\"again\",\"quoted\":\"%s\",\"at\":\"%s\"}"
                .formatted(ana, first, Stage.START.minusSeconds(60)));

        JsonNode shown = get("/state").at("/groups/0");

        assertThat(shown.at("/members/0/name").asText()).isEqualTo("Ana");
        assertThat(shown.path("messages"))
                .extracting(one -> one.path("kind").asText() + " " + one.path("text").asText())
                .containsExactly("system Ana joined", "text ¡Hola!", "text again");
        assertThat(shown.at("/messages/2/quoted").asText()).isEqualTo(first);
        assertThat(shown.path("window_until").asText()).isEqualTo("2025-10-15T12:48:20Z");
    }

    @Test
    void joiningByLinkAndLeaving() throws Exception {
        String group = group();
        String link = get("/state").at("/groups/0/invite_link").asText();

        JsonNode joined = post("/join",
                Json.object("invite_link", link, "name", "Ben", "phone", "+1 650 555 1235").toString());
        browser.call("DELETE", "/emulator/groups/" + group + "/members/" + joined.path("id").asText(), "");

        assertThat(joined.path("phone").asText()).isEqualTo("16505551235");
        assertThat(get("/state").at("/groups/0/members")).isEmpty();
    }

    @Test
    void requestToJoinIsTakenBack() throws Exception {
        String group = post("/groups", "{\"subject\":\"Board\",\"join_approval_mode\":\"approval_required\"}")
                .path("id")
                .asText();
        String request = post("/groups/" + group + "/members", "{\"name\":\"Ben\"}").path("join_request_id").asText();

        var response = browser.call("DELETE",
                "/emulator/groups/" + group + "/join_requests/" + Browser.encoded(request), "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(get("/state").at("/groups/0/join_requests")).isEmpty();
    }

    @Test
    void longPollAnswersAsSoonAsSomethingChanged() throws Exception {
        long seq = get("/state").path("seq").asLong();
        var waiting = CompletableFuture.supplyAsync(() -> change(seq));

        String group = group();

        assertThat(waiting.get(5, TimeUnit.SECONDS).at("/groups/0/id").asText()).isEqualTo(group);
    }

    private JsonNode change(long seq) {
        try {
            return get("/changes?after=%d&wait=10".formatted(seq));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void longPollEndsWithoutChange() throws Exception {
        JsonNode state = get("/state");

        assertThat(get("/changes?wait=0&after=" + state.path("seq"))).isEqualTo(state);
    }

    @Test
    void clockMoves() throws Exception {
        JsonNode moved = post("/clock", "{\"advance\":\"PT25H\"}");

        assertThat(Instant.parse(moved.path("now").asText())).isEqualTo(Stage.START.plus(Duration.ofHours(25)));
    }

    @Test
    void faultsAreOrderedAndCleared() throws Exception {
        post("/faults", "{\"fault\":\"rate_limit\",\"times\":2}");
        JsonNode ordered = get("/state").at("/faults/waiting");

        browser.call("DELETE", "/emulator/faults", "");

        assertThat(ordered.toString()).isEqualTo("[{\"fault\":\"RATE_LIMIT\",\"times\":2}]");
        assertThat(get("/state").at("/faults/waiting")).isEmpty();
    }

    @Test
    void suspensionAndItsEnd() throws Exception {
        String group = group();

        post("/groups/" + group + "/suspend", "");
        boolean suspended = get("/state").at("/groups/0/suspended").asBoolean();
        post("/groups/" + group + "/clear", "");

        assertThat(suspended).isTrue();
        assertThat(get("/state").at("/groups/0/suspended").asBoolean()).isFalse();
    }

    @Test
    void templatesAndLimits() throws Exception {
        post("/templates", "{\"name\":\"welcome\",\"language\":\"en\",\"body\":\"Welcome, {{1}}!\"}");
        post("/limits", "{\"messages_per_second\":80}");

        JsonNode state = get("/state");

        assertThat(state.at("/templates/0/status").asText()).isEqualTo("APPROVED");
        assertThat(state.at("/limits/messages_per_second").asInt()).isEqualTo(80);
    }

    @Test
    void webhooksGoToTheAddressGivenAndMayBeSentAgain() throws Exception {
        try (var bot = new FakeBot()) {
            group();
            browser.call("PUT", "/emulator/webhook",
                    Json.object("url", bot.url(), "app_secret", "another-secret").toString());
            String first = bot.next();
            String id = get("/deliveries").at("/deliveries/0/id").asText();

            post("/deliveries/" + id + "/again", "");

            assertThat(first).contains("\"type\":\"group_create\"");
            assertThat(bot.next()).isEqualTo(first);
        }
    }

    @Test
    void personWritesToTheBusinessAlone() throws Exception {
        JsonNode answer = post("/people/16505551234/messages", "{\"name\":\"Ana\",\"text\":\"hello\"}");

        assertThat(answer.path("id").asText()).startsWith("wamid.");
        assertThat(get("/deliveries").at("/deliveries/0/body/entry/0/changes/0/value/messages/0/from").asText())
                .isEqualTo("16505551234");
    }

    private JsonNode put(String path, String body) throws Exception {
        return browser.json("PUT", "/emulator" + path, body);
    }

    @Test
    void deliveriesAndReceiptsKeepWhatIsNotNamed() throws Exception {
        put("/deliveries", "{\"batch\":10,\"late\":\"PT1M\",\"escaped\":true,"
                + "\"extras\":false}");
        put("/deliveries", "{\"shuffled\":true,\"duplicates\":5,\"escaped\":true}");
        put("/receipts", "{\"together\":false}");
        put("/receipts", "{\"backwards\":true}");

        JsonNode state = get("/state");

        assertThat(state.path("deliveries").toString())
                .isEqualTo("{\"batch\":10,\"duplicates\":5,\"shuffled\":true,\"late\":\"PT1M\",\"escaped\":true,"
                        + "\"extras\":false}");
        assertThat(state.path("receipts").toString()).isEqualTo(
                "{\"together\":false,\"delivered\":true,\"read\":true,\"backwards\":true,\"twice\":false}");
    }

    @Test
    void pageCallsTheGraphApiInTheNameOfTheBot() throws Exception {
        String group = group();

        JsonNode answer = post("/graph", Json.object("method", "POST", "path", "/v25.0/" + group, "body",
                Json.object("subject", "Film club")).toString());

        assertThat(answer.path("request_id").asText()).matches("[0-9A-F]{32}");
        assertThat(get("/state").at("/groups/0/subject").asText()).isEqualTo("Film club");
        assertThat(get("/calls").at("/calls/0/request").asText()).isEqualTo("{\"subject\":\"Film club\"}");
    }

    @Test
    void fileOfAMessageIsShown() throws Exception {
        String group = group();
        post("/groups/" + group + "/messages", Json.object("from", join(group, "Ana"), "type", "document", "content",
                Json.object("filename", "a.pdf", "data", "cGRm")).toString());
        JsonNode shown = get("/state").at("/groups/0/messages/1");

        var file = browser.call("GET", "/emulator/media/" + shown.at("/media/id").asText(), "");

        assertThat(shown.path("text").asText()).isEqualTo("[document] a.pdf");
        assertThat(file.body()).isEqualTo("pdf");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
    }

    @Test
    void furtherNumberHasGroupsOfItsOwn() throws Exception {
        post("/numbers", "{\"id\":\"2222\",\"display_phone_number\":\"+1 555 078 3882\"}");

        post("/groups", "{\"subject\":\"Second\",\"number\":\"2222\"}");

        assertThat(get("/state").at("/numbers/1/display_phone_number").asText()).isEqualTo("15550783882");
        assertThat(get("/state").at("/groups/0/number").asText()).isEqualTo("2222");
    }

    @Test
    void seedIsPlanted() throws Exception {
        post("/seed", "{\"groups\":[{\"subject\":\"Book club\",\"members\":[\"Ana\",\"Ben\"]}]}");

        assertThat(get("/state").at("/groups/0/members")).extracting(one -> one.path("name").asText())
                .containsExactly("Ana", "Ben");
    }

    @Test
    void templateIsPaused() throws Exception {
        post("/templates", "{\"name\":\"welcome\",\"language\":\"en\",\"body\":\"Welcome!\"}");

        post("/templates/welcome/en/status", "{\"status\":\"PAUSED\"}");

        assertThat(get("/state").at("/templates/0/status").asText()).isEqualTo("PAUSED");
    }

    @Test
    void callsAreKept() throws Exception {
        browser.call("GET", "/v25.0/106540352242922", "");

        assertThat(get("/calls").at("/calls/0/path").asText()).isEqualTo("/v25.0/106540352242922");
    }

    @Test
    void resetLeavesAnEmptyAccount() throws Exception {
        group();

        post("/reset", "");

        assertThat(get("/state").path("groups")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "POST | /clock | {\"advance\":\"25h\"} | 400 | Text cannot be parsed to a Duration. A duration looks like PT25H, a time like 2026-11-21T10:00:00Z.",
            "POST | /clock | {} | 400 | The body needs 'advance', for example {\"advance\": \"…\"}.",
            "POST | /groups/nowhere/messages | {} | 404 | There is no group 'nowhere'. The groups are [].",
            "POST | /groups | {\"subject\":\" \"} | 400 | A group needs a subject.",
            "POST | /groups | [] | 400 | The body must be a JSON object.",
            "GET | /changes?after=x | `` | 400 | 'after' must be a whole number, not 'x'.",
            "PUT | /webhook | {\"url\":\"bot\"} | 400 | A webhook goes to an http or https address, such as http://localhost:8080/webhook, not to 'bot'.",
            "PUT | /deliveries | {\"late\":\"soon\"} | 400 | Text cannot be parsed to a Duration. A duration looks like PT25H, a time like 2026-11-21T10:00:00Z.",
            "POST | /groups | {\"subject\":\"a\",\"number\":\"7\"} | 404 | There is no number '7'. The numbers are [106540352242922].",
            "POST | /limits | {\"pair_burst\":\"few\"} | 400 | 'pair_burst' must be a whole number; 0 is no limit.",
            "POST | /templates/a/en/status | {\"status\":\"PAUSED\"} | 404 | There is no template 'a' in 'en'.",
            "GET | /media/1 | `` | 404 | There is no media '1', or it has expired.",
            "POST | /seed | {\"group\":[]} | 400 | A seed file has no 'group'; it may have [groups, limits, numbers, people, templates].",
            "POST | /deliveries/d9/again | {} | 404 | There is no delivery 'd9': see GET /emulator/deliveries."})
    void errorSaysWhatToDo(String method, String path, String body, int status, String error) throws Exception {
        HttpResponse<String> response = browser.call(method, "/emulator" + path, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(Json.object("error", error).toString());
    }

    @Test
    void unknownFaultAndRouteListWhatThereIs() throws Exception {
        assertThat(post("/faults", "{\"fault\":\"bad_day\"}").path("error").asText())
                .startsWith("There is no fault 'bad_day'. The faults are [RATE_LIMIT, ");
        assertThat(get("/nothing").path("error").asText())
                .startsWith("There is no GET /emulator/nothing. The routes are: GET /emulator/state, ");
    }
}
