package dev.tertulia.graph;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The list of a number's groups, read page by page; both of the shapes that Meta prints (wire reference, part 2). */
record GroupList(GraphSettings settings, Transport transport, ObjectMapper json) {

    private static final int PAGE = 500;
    private static final int MOST_PAGES = 40;
    private static final byte[] NO_BODY = new byte[0];

    /** All groups, or nothing if any page could not be read. */
    Optional<List<ListedGroup>> read() {
        List<ListedGroup> groups = new ArrayList<>();
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Optional<JsonNode> answer = page(after);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            JsonNode data = answer.get().path("data");
            (data.isArray() ? data : data.path("groups")).forEach(group -> groups.add(group(group)));
            after = answer.get().at("/paging/next").isMissingNode()
                    ? ""
                    : answer.get().at("/paging/cursors/after").asText();
            if (after.isEmpty()) {
                return Optional.of(groups);
            }
        }
        return Optional.empty();
    }

    private Optional<JsonNode> page(String after) {
        String cursor = after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        String path = "/" + settings.version() + "/" + settings.number() + "/groups?limit=" + PAGE + cursor;
        try {
            Transport.Answer answer = transport.exchange("GET", path, settings.accessToken(), NO_BODY);
            return answer.status() / 100 == 2 ? Optional.of(json.readTree(answer.body())) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static ListedGroup group(JsonNode group) {
        JsonNode created = group.has("creation_timestamp")
                ? group.path("creation_timestamp")
                : group.path("created_at");
        return new ListedGroup(group.path("id").asText(), group.path("subject").asText(),
                Instant.ofEpochSecond(created.asLong()));
    }
}
