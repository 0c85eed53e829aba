package dev.tertulia.emulator;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MembershipTest {
    private final Stage stage = new Stage();

    private JsonNode control(String method, String path, String body) {
        return Stage.json(stage.whatsApp.handle(
                new Request(method, "/emulator" + path, Map.of(), Map.of(), body.getBytes())));
    }

    private Response joinRequests(String method, String... ids) {
        return stage.call(method, closed() + "/join_requests", Map.of(),
                Json.object("join_requests", List.of(ids)).toString());
    }

    private String closed() {
        return stage.whatsApp.groups().getLast().id();
    }

    private String ask(String name, String phone) {
        return control("POST", "/groups/" + closed() + "/members",
                Json.object("name", name, "phone", phone).toString()).path("join_request_id").asText();
    }

    private void closedGroup() {
        control("POST", "/groups", "{\"subject\":\"Board\",\"join_approval_mode\":\"approval_required\"}");
        stage.heard();
    }

    @Test
    void nineCannotBeInAGroup() {
        IntStream.range(2, 9).forEach(i -> stage.whatsApp.join(stage.group, "Member " + i, null));

        assertThatIllegalArgumentException().isThrownBy(() -> stage.whatsApp.join(stage.group, "Ninth", null))
                .withMessage(
                        "Ninth cannot join 'New Purchase Inquiry': Ninth finds it full, because a group has at most 8 members besides the business.");
    }

    @Test
    void whoWasRemovedCannotComeBack() {
        stage.call("DELETE", stage.group + "/participants", Map.of(),
                "{\"participants\":[{\"user_id\":\"%s\"}]}".formatted(stage.sheena.userId()));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.whatsApp.join(stage.group, "Sheena", "+1 650 555 1234"))
                .withMessageContaining("was removed from it and cannot join again");
    }

    @Test
    void whoLeftMayComeBackAsTheSamePerson() {
        stage.whatsApp.leave(stage.group, stage.sheena.id());

        MemberView back = stage.whatsApp.join(stage.group, "", "+1 650 555-1234");

        assertThat(back).isEqualTo(stage.sheena);
    }

    @Test
    void nobodyJoinsTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> stage.whatsApp.join(stage.group, "", "16505551234"))
                .withMessageEndingWith("is already in it.");
    }

    @Test
    void numberThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> stage.whatsApp.join(stage.group, "Ben", "12"))
                .withMessage("'12' is not a phone number: write 7 to 15 digits, such as +1 650 555 1234.");
    }

    @Test
    void linkThatWasResetLetsNobodyIn() {
        String old = stage.whatsApp.groups().getFirst().inviteLink();
        stage.post(stage.group + "/invite_link", Json.object());

        JsonNode answer = control("POST", "/join", Json.object("invite_link", old, "name", "Ben").toString());

        assertThat(answer.path("error").asText()).endsWith("It may have been reset.");
    }

    @Test
    void askingToJoinAsksTheBot() {
        closedGroup();

        String request = ask("Pablo", "16467043595");

        JsonNode event = stage.heard().getFirst();
        String userId = event.at("/groups/0/user_id").asText();
        assertThat(event).isEqualTo(stage.wire("group_participants_update.join_request_created.bsuid", stage.group,
                closed(), stage.sheena.userId(), userId, "MTY0NjcwNDM1OTU6MTIwMzYzNDA0Njk0MjMzODIw", request));
        assertThat(stage.whatsApp.groups().getLast().members()).isEmpty();
    }

    @Test
    void approvalLetsIn() {
        closedGroup();
        String request = ask("Pablo", "16467043595");
        stage.heard();

        Response response = joinRequests("POST", request);

        assertThat(Stage.json(response).path("approved_join_requests").path(0).asText()).isEqualTo(request);
        JsonNode added = stage.heard().getFirst().at("/groups/0/added_participants/0");
        assertThat(added.path("input").asText()).isEqualTo("+16467043595");
        assertThat(stage.whatsApp.groups().getLast().members()).extracting(MemberView::name).containsExactly("Pablo");
    }

    @Test
    void rejectionTellsNobody() {
        closedGroup();
        String request = ask("Pablo", "16467043595");
        stage.heard();

        Response response = joinRequests("DELETE", request, "unknown");

        assertThat(response.status()).isEqualTo(206);
        assertThat(Stage.json(response).at("/failed_join_requests/0/errors/0/code").asInt()).isEqualTo(131213);
        assertThat(stage.heard()).isEmpty();
    }

    @Test
    void requestThatDoesNotExist() {
        closedGroup();

        assertThat(Stage.code(joinRequests("POST", "unknown"))).isEqualTo(131213);
    }

    @Test
    void requestIsListedUntilItIsTakenBack() {
        closedGroup();
        String request = ask("Pablo", "16467043595");
        stage.heard();
        Response listed = stage.call("GET", closed() + "/join_requests", Map.of(), "");

        control("DELETE", "/groups/" + closed() + "/join_requests/" + request, "");

        assertThat(Stage.json(listed).at("/data/0/join_request_id").asText()).isEqualTo(request);
        assertThat(stage.heard().getFirst().at("/groups/0/type").asText()).isEqualTo("group_join_request_revoked");
        assertThat(stage.call("GET", closed() + "/join_requests", Map.of(), "").text()).isEqualTo("{\"data\":[]}");
    }
}
