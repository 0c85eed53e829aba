package dev.tertulia.moderation.bot;

import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.backtest.HistoryLine;
import dev.tertulia.moderation.backtest.LogHistory;
import dev.tertulia.moderation.backtest.PastEvent;
import dev.tertulia.moderation.judge.Subject;
import dev.tertulia.moderation.rules.History;

/** The events that are kept for back-tests, in the form of an export: see {@code docs/moderation.md}. */
final class MessageHistory {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_TEXT = 8_000;

    private final Log log;

    MessageHistory(Logs logs, History history) {
        log = logs.log(LogHistory.NAME, history.keep());
    }

    void add(Subject subject) {
        String key = subject.post().id().isEmpty() ? subject.origin().key() : subject.post().id();
        PastEvent.of(subject).map(event -> event.cut(LONGEST_TEXT)).ifPresent(event -> log.append(
                new Log.Draft(LogHistory.key(key), event.at(), Set.of(), HistoryLine.write(event))));
    }

    /** The text of a message; empty if it is not kept. */
    Optional<String> text(String messageId) {
        return log.find(LogHistory.key(messageId)).flatMap(entry -> {
            try {
                return Optional.of(JSON.readTree(entry.body()).path("text").asText());
            } catch (JsonProcessingException e) {
                return Optional.empty();
            }
        });
    }
}
