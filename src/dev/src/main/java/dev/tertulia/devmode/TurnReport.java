package dev.tertulia.devmode;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.server.turns.TurnLog;

/** What the bots did with the latest events, in words. */
final class TurnReport {

    private static final int LINES_OF_TRACE = 12;

    private final TurnLog turns;
    private final ObjectMapper json = new ObjectMapper();

    TurnReport(TurnLog turns) {
        this.turns = turns;
    }

    /** The latest turns, the last one last. */
    String latest(int most) {
        List<JsonNode> all = StreamSupport.stream(
                json.valueToTree(turns.after(-1, Duration.ZERO)).path("turns").spliterator(), false).toList();
        return all.isEmpty()
                ? "The bots have received nothing yet."
                : all.subList(Math.max(0, all.size() - most), all.size()).stream().map(TurnReport::turn)
                        .collect(Collectors.joining("\n\n"));
    }

    private static String turn(JsonNode turn) {
        StringBuilder text = new StringBuilder("%s -> %s".formatted(turn.at("/event/what").asText(),
                turn.path("outcome").asText()));
        turn.path("attempts").forEach(attempt -> text.append("\n  handlers: %s (%s, %s ms)%s".formatted(
                attempt.path("handlers").asText().isEmpty() ? "none fits" : attempt.path("handlers").asText(),
                attempt.path("step").asText(), attempt.path("tookMillis").asText(), trace(attempt.path("failure")))));
        turn.path("answers").forEach(answer -> text.append("\n  answer: %s%s".formatted(answer.path("what").asText(),
                marks(answer.path("marks")))));
        turn.at("/changes/state").forEach(change -> text.append("\n  state %s: %s -> %s".formatted(
                change.path("name").asText(), change.path("before").asText("nothing"),
                change.path("after").asText("nothing"))));
        turn.at("/changes/timers").forEach(timer -> text.append("\n  timer: " + timer.asText()));
        return text.toString();
    }

    private static String trace(JsonNode failure) {
        return failure.isTextual()
                ? failure.asText().lines().limit(LINES_OF_TRACE).map(line -> "\n    " + line)
                        .collect(Collectors.joining())
                : "";
    }

    private static String marks(JsonNode marks) {
        return StreamSupport.stream(marks.spliterator(), false)
                .map(mark -> " [%s %s]".formatted(mark.path("step").asText(), mark.path("detail").asText()))
                .collect(Collectors.joining());
    }
}
