package dev.tertulia.graph;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tertulia.action.Action;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.business.GroupSummary;
import dev.tertulia.graph.http.Transport;
import dev.tertulia.message.Operation.Item;
import dev.tertulia.message.WireError;
import dev.tertulia.operation.OperationAck;

import static org.assertj.core.api.Assertions.assertThat;

/** What answers about groups say beyond yes, as the wire reference prints them. */
class OperationAckTest {

    private static final Path WIRE = Path.of("..", "wire", "rest");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GraphSettings SETTINGS = new GraphSettings("v25.0", "106540352242922", "secret", "en");

    private final List<String> calls = new ArrayList<>();
    private final List<Transport.Answer> answers = new ArrayList<>();
    private final GraphClient graph = Clients.of(SETTINGS, (method, path, token, json) -> {
        calls.add(method + " " + path + " " + new String(json.content().readAllBytes(), StandardCharsets.UTF_8));
        return answers.removeFirst();
    }, JSON);

    private static JsonNode printed(String file, String name) throws IOException {
        JsonNode responses = JSON.readTree(Files.readString(WIRE.resolve(file + ".json"))).path("responses");
        return responses.valueStream().filter(one -> one.path("case").asText().equals(name)).findFirst().orElseThrow();
    }

    private void willAnswer(String file, String name) throws IOException {
        JsonNode answer = printed(file, name);
        answers.add(new Transport.Answer(answer.path("status").asInt(), answer.path("body").toString()));
    }

    private OperationAck receipt(Action action) {
        return ((Outcome.Accepted) graph.execute("G", action, "1")).receipt();
    }

    @Test
    void aCreationHasTheNameOfItsRequest() throws IOException {
        willAnswer("groups.create", "success");

        OperationAck receipt = receipt(new GroupOperation.CreateGroup("Tea", "Only tea", true));

        assertThat(receipt).isEqualTo(new OperationAck("784D93D0C468593037EA0B1ECA245D9C", null, List.of(), List.of()));
        assertThat(calls).containsExactly("POST /v25.0/106540352242922/groups {\"messaging_product\":\"whatsapp\","
                + "\"subject\":\"Tea\",\"description\":\"Only tea\",\"join_approval_mode\":\"approval_required\"}");
    }

    @Test
    void anApprovalTellsWhomItLetIn() throws IOException {
        willAnswer("groups.join_requests.approve", "partial");

        OperationAck receipt = receipt(new GroupOperation.ApproveRequests(List.of("a", "b")));

        String terms = "Recipient has not accepted our new Terms of Service and Privacy Policy.";
        assertThat(receipt.items()).containsExactly(
                new Item("MTY0NjcwNDM1OTU6MTIwMzYzNDA0Njk0MjMzODIw", true, List.of()),
                new Item("MTY1MDU1NTEyMzQ6MTIwMzYzNDA0Njk0MjMzODIw", false,
                        List.of(new WireError(131203, "Unable to add participant to group", terms))));
        assertThat(receipt.errors()).extracting(WireError::code).containsExactly(131201);
    }

    @Test
    void aRemovalMayTellAtOnceWhoIsGone() throws IOException {
        willAnswer("groups.participants.remove", "heltar_variant");

        assertThat(receipt(new GroupOperation.RemoveMembers(List.of("16505551234"))).items())
                .containsExactly(new Item("16505551234", true, List.of()));
    }

    @Test
    void aPersonWithoutAUserIdIsNamedByPhone() {
        answers.add(new Transport.Answer(200, """
                {"removed_participants": [{"user_id": null, "wa_id": "16505551234"}], "failed_participants":
                [{"user_id": "", "wa_id": null, "input": "+16505551235", "errors": [{"code": 131212, "title": null}]}]}
                """));

        OperationAck receipt = receipt(new GroupOperation.RemoveMembers(List.of("16505551234", "16505551235")));

        assertThat(receipt.items()).containsExactly(new Item("16505551234", true, List.of()),
                new Item("16505551235", false, List.of(new WireError(131212, "", null))));
    }

    @Test
    void aNewLinkIsInTheAnswer() throws IOException {
        willAnswer("groups.invite_link.reset", "success");

        assertThat(receipt(new GroupOperation.ResetInviteLink()).inviteLink()).startsWith("https://chat.whatsapp.com/");
    }

    @Test
    void theListIsReadPageByPage() throws IOException {
        willAnswer("groups.list", "more_pages");
        willAnswer("groups.list", "live_shape");

        List<GroupSummary> groups = graph.groups().orElseThrow();

        String id = "Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD";
        // both pages hold the same two
        assertThat(groups).hasSize(2).startsWith(
                new GroupSummary(id, "New Purchase Inquiry", Instant.ofEpochSecond(1760446100)));
        assertThat(calls).containsExactly("GET /v25.0/106540352242922/groups?limit=500 ",
                "GET /v25.0/106540352242922/groups?limit=500&after="
                        + printed("groups.list", "more_pages").at("/body/paging/cursors/after").asText() + " ");
    }

    @Test
    void theListMayHaveItsOtherShape() throws IOException {
        willAnswer("groups.list", "as_printed_by_meta");
        willAnswer("groups.list", "empty");

        assertThat(graph.groups().orElseThrow()).extracting(GroupSummary::creationTimestamp).containsExactly(
                Instant.ofEpochSecond(1760446100), Instant.ofEpochSecond(1760446000));
    }

    @Test
    void aGroupThatIsNotKnownIsNoAnswer() {
        answers.add(new Transport.Answer(400, "{\"error\":{\"code\":131041}}"));

        assertThat(graph.info("G")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"500 | {}", "200 | <html>", "200 | ''", "200 | {}", "200 | []",
            "200 | {\"data\": null}", "200 | {\"data\": {}}", "200 | {\"data\": \"none\"}",
            "200 | {\"data\": {\"groups\": null}}", "200 | {\"data\": [{\"subject\": \"Tea\"}]}",
            "200 | {\"data\": [], \"error\": {\"code\": 1}}", "302 | ''"})
    void aListThatCannotBeReadIsNoEmptyList(int status, String body) {
        answers.add(new Transport.Answer(status, body));

        assertThat(graph.groups()).isEmpty();
    }

    @Test
    void aListOfAHostThatIsAwayIsNoEmptyList() {
        GraphClient unreachable = Clients.of(SETTINGS, (method, path, token, json) -> {
            throw new ConnectException("refused");
        }, JSON);
        assertThat(unreachable.groups()).isEmpty();
    }
}
