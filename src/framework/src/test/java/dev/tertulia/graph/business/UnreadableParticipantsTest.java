package dev.tertulia.graph.business;

import java.net.URI;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import dev.tertulia.business.GroupDirectory;
import dev.tertulia.business.JoinRequest;
import dev.tertulia.graph.GraphSettings;
import dev.tertulia.graph.http.FileTransport;
import dev.tertulia.graph.http.RequestBody;
import dev.tertulia.message.Member;

import static org.assertj.core.api.Assertions.assertThat;

/** Of lists of people in WhatsApp's answers, those are read who can be. */
class UnreadableParticipantsTest {

    private static final GraphSettings SETTINGS = new GraphSettings("v25.0", "1", "secret", "en_US");

    private record Answering(String body) implements FileTransport {
        @Override
        public Answer exchange(String method, String path, String accessToken, RequestBody payload) {
            return new Answer(200, body);
        }

        @Override
        public Download download(URI address, String accessToken) {
            throw new UnsupportedOperationException("no file is asked for");
        }
    }

    private static GroupDirectory groups(String body) {
        return new GraphBusiness(SETTINGS, null, new Answering(body), new ObjectMapper()).groups();
    }

    @Test
    void participants() {
        assertThat(groups("""
                {"id": "G", "participants": [{"username": "@x"}, {"wa_id": "1"}, null, "2", [], {"wa_id": {}},
                {"user_id": "US.3"}]}""").info("G").participants())
                .containsExactly(Member.ofPhone("1"), new Member("US.3", null, null, null));
    }

    @Test
    void joinRequests() {
        assertThat(groups("""
                {"data": [{"join_request_id": "a"}, {"join_request_id": "b", "wa_id": "1"}, "c", null, {"wa_id": "4"},
                {"join_request_id": "e", "wa_id": "5", "creation_timestamp": "soon"},
                {"join_request_id": {}, "wa_id": "6"}]}""").joinRequests("G").toList())
                .containsExactly(new JoinRequest("b", Member.ofPhone("1"), null),
                        new JoinRequest("e", Member.ofPhone("5"), null));
    }
}
