package dev.tertulia.graph;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.action.Action;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Template;
import dev.tertulia.business.Business;
import dev.tertulia.business.Subscription.App;
import dev.tertulia.business.Subscription.Endpoint;
import dev.tertulia.graph.business.GraphBusiness;
import dev.tertulia.graph.http.FileTransport;
import dev.tertulia.graph.http.RequestBody;
import dev.tertulia.message.InvalidArgument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** No id can turn a request into one about something else. */
class IdsInPathsTest {

    private static final GraphSettings SETTINGS = new GraphSettings("v25.0", "106540352242922", "secret", "en_US");
    private static final Endpoint ENDPOINT = new Endpoint(URI.create("https://example.org/webhook"), "word");

    private final RecordingTransport transport = new RecordingTransport();
    private final GraphClient graph = Clients.of(SETTINGS, transport, new ObjectMapper());
    private final Business business = new GraphBusiness(SETTINGS, "102290129340398", transport, new ObjectMapper());

    /** Notes which addresses are asked. */
    private static final class RecordingTransport implements FileTransport {

        final List<String> asked = new ArrayList<>();

        @Override
        public Answer exchange(String method, String path, String accessToken, RequestBody payload) {
            asked.add(method + " " + path);
            return new Answer(200, "{\"success\": true}");
        }

        @Override
        public Download download(URI address, String accessToken) {
            asked.add("GET " + address);
            return new Download(200, "image/png", new ByteArrayInputStream(new byte[0]));
        }
    }

    static Stream<String> ids() {
        return Stream.of("123#x", "123?x=", "123/..", "..", ".", "", " ", "a..b/../c", "123/participants", "123%2F456",
                "12 3", "123\n", "123\r\nHost: x", "12\u00003", "12\u200b3", "ünï", "{123}", "123\\x", "a:b@c/",
                "123;x",
                "123&x", "1".repeat(513));
    }

    static Stream<Action> operations() {
        return Stream.of(new GroupOperation.RemoveMembers(List.of("16505551234")), new GroupOperation.DeleteGroup(),
                new GroupOperation.ChangeSettings("Tea", null), new GroupOperation.ResetInviteLink(),
                new GroupOperation.ApproveRequests(List.of("a")), new GroupOperation.RejectRequests(List.of("a")));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void noOperationIsSentToSuchAGroup(String id) {
        assertThat(operations()).allSatisfy(operation -> assertThat(graph.execute(id, operation, "callback"))
                .isEqualTo(new Outcome.Refused(new GraphError(0, 100, "'" + id
                        + "' is no id of anything at WhatsApp; give one as it came in an event or an answer of"
                        + " WhatsApp's"))));
        assertThat(transport.asked).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void noQuestionIsAskedAboutIt(String id) {
        refuses(() -> business.groups().info(id));
        refuses(() -> business.groups().inviteLink(id));
        refuses(() -> business.groups().joinRequests(id).toList());
        refuses(() -> business.media().find(id));
        refuses(() -> business.media().delete(id));
        refuses(() -> business.media().download(id, 1, new ByteArrayOutputStream()));
        refuses(() -> business.subscription().chooseFields(new App(id, "secret"), ENDPOINT));
        assertThat(graph.info(id)).isEmpty();
        assertThat(transport.asked).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void noActionNamesSuchAThing(String id) {
        refuses(() -> new GroupOperation.RemoveMembers(List.of(id)));
        refuses(() -> new Message.Invite(id, Template.of("come", Template.INVITE_LINK)));
    }

    @Test
    void whatStandsInABodyHasTheFormOfAnIdToo() {
        for (String id : List.of("", " ", "a b", "a#b", "a?b", "a%b", "a\"b", "a\n", "../a", "{a}")) {
            refuses(() -> new Message.MarkRead(id));
            refuses(() -> new Message.Pin(id, 1));
            refuses(() -> new Message.Unpin(id));
            refuses(() -> new Message.FreeForm(new Body.Text("hi"), id));
            refuses(() -> new GroupOperation.ApproveRequests(List.of(id)));
            refuses(() -> new GroupOperation.RejectRequests(List.of(id)));
        }
    }

    @Test
    void theSignsOfBase64AreFine() {
        assertThat(new Message.MarkRead("wamid.HBgS+/MTIw==").messageId()).isEqualTo("wamid.HBgS+/MTIw==");
        graph.execute("YWJj+ZD==", new GroupOperation.DeleteGroup(), "callback");

        assertThat(transport.asked).containsExactly("DELETE /v25.0/YWJj%2BZD%3D%3D");
    }

    @Test
    void anAccountOfAnotherFormIsNoPartOfAPath() {
        Business other = new GraphBusiness(SETTINGS, "1/../2?", transport, new ObjectMapper());

        refuses(() -> other.numbers().list().toList());
        refuses(() -> other.subscription().subscribe());
        assertThat(transport.asked).isEmpty();
    }

    private static void refuses(ThrowingCallable asking) {
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(asking);
    }
}
