package dev.tertulia.moderation.bot;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.judge.Post;
import dev.tertulia.moderation.judge.Subject;
import dev.tertulia.moderation.rules.History;

/** The messages that are kept for back-tests, in the form of an export: see {@code docs/moderation.md}. */
final class MessageHistory {

    /** The name of the log. */
    static final String NAME = "moderation-history";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_TEXT = 8_000;

    private final Log log;

    MessageHistory(Logs logs, History history) {
        log = logs.log(NAME, history.keep());
    }

    void add(Subject subject) {
        Post post = subject.post();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", subject.origin().at().toString());
        line.put("group", subject.origin().group());
        line.put("labels", subject.labels());
        line.put("member", subject.author().id());
        line.put("name", subject.author().name());
        line.put("phone", subject.author().phone());
        line.put("joined", subject.author().memberSince() == null ? null : subject.author().memberSince().toString());
        line.put("type", post.type().name().toLowerCase(Locale.ROOT));
        line.put("text", post.text().length() > LONGEST_TEXT ? post.text().substring(0, LONGEST_TEXT) : post.text());
        line.put("forwarded", post.forwarding() != Post.Forwarding.NOT);
        try {
            log.append(new Log.Draft(post.id(), subject.origin().at(), Set.of(), JSON.writeValueAsString(line)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of a message; empty if it is not kept. */
    Optional<String> text(String messageId) {
        return log.find(messageId).flatMap(entry -> {
            try {
                return Optional.of(JSON.readTree(entry.body()).path("text").asText());
            } catch (JsonProcessingException e) {
                return Optional.empty();
            }
        });
    }
}
