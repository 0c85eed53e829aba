package dev.tertulia.app;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.server.outside.Meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The first group of a running demo, and its first member. */
record DemoGroup(Meta client) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonNode now() throws IOException {
        return JSON.readTree(client.get("/emulator/state").body()).at("/groups/0");
    }

    /** The name of the member. */
    String member() throws IOException {
        return now().at("/members/0/name").asText();
    }

    /** The member writes. */
    void say(String words) throws IOException {
        String message = JSON.createObjectNode().put("from", now().at("/members/0/id").asText()).put("text", words)
                .toString();
        String path = "/emulator/groups/" + now().path("id").asText() + "/messages";
        assertThat(client.send(client.request(path).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message))).statusCode()).isEqualTo(200);
    }

    /** Waits until somebody has written this. */
    void awaitText(String words) {
        await().untilAsserted(() -> assertThat(now().path("messages").findValuesAsText("text")).contains(words));
    }
}
