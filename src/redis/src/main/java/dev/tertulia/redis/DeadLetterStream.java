package dev.tertulia.redis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.StreamMessage;
import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.graph.ErrorCatalogue;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.store.FairShare;

/** Letters in a stream, which gives them ids that sort by time. What they hold is shown even if it cannot be read. */
record DeadLetterStream(Scripts scripts, String stream, DeadLetterKind kind, Back back) implements DeadLetterQueue {

    /** The one field of an entry. */
    static final String LETTER = "letter";

    private static final int PAGE = 500;
    private static final int TENTH = 10;
    private static final String ID = "\\d{1,18}-\\d{1,18}";

    /** How a letter goes back where it came from, unless it no longer exists. */
    @FunctionalInterface
    interface Back {
        Call call(String id, JsonNode letter, Instant now);
    }

    static boolean isId(String key) {
        return key.matches(ID);
    }

    @Override
    public long count() {
        return scripts.redis().<Long>run(commands -> commands.xlen(stream));
    }

    @Override
    public List<DeadLetter> list(@Nullable String after, int atMost) {
        if (after != null && !after.matches(ID)) {
            return List.of();
        }
        Boundary<String> end = after == null ? Boundary.unbounded() : Boundary.excluding(after);
        return scripts.redis().run(commands -> commands.xrevrange(stream, Range.from(Boundary.unbounded(), end),
                Limit.from(atMost))).stream().map(this::letter).toList();
    }

    @Override
    public Optional<DeadLetter> find(String key) {
        return read(key).map(this::letter);
    }

    private Optional<StreamMessage<String, String>> read(String key) {
        return key.matches(ID)
                ? scripts.redis().run(commands -> commands.xrange(stream, Range.create(key, key))).stream().findFirst()
                : Optional.empty();
    }

    private DeadLetter letter(StreamMessage<String, String> entry) {
        JsonNode letter = json(entry);
        Integer code = letter.hasNonNull("code") ? letter.path("code").asInt() : null;
        return new DeadLetter(kind.id(entry.getId()), group(letter), Instant.parse(letter.path("at").asText()),
                letter.path("reason").asText(), code, ErrorCatalogue.advice(code),
                RedisDeadLetters.expires(letter.path("send")), content(letter));
    }

    private static JsonNode json(StreamMessage<String, String> entry) {
        return Codec.read(entry.getBody().get(LETTER), JsonNode.class);
    }

    static String group(JsonNode letter) {
        return letter.has("event")
                ? letter.path("event").path("origin").path("group").asText()
                : letter.path("send").path("group").asText();
    }

    private static String content(JsonNode letter) {
        return letter.has("raw")
                ? letter.path("raw").asText()
                : letter.path(letter.has("event") ? "event" : "send").toString();
    }

    @Override
    public boolean retry(String key, Instant now) {
        return read(key).filter(entry -> scripts.number(back.call(key, json(entry), now)) == 1).isPresent();
    }

    @Override
    public boolean discard(String key, Instant now) {
        return key.matches(ID) && scripts.redis().<Long>run(commands -> commands.xdel(stream, key)) == 1;
    }

    @Override
    public long trim(int most) {
        if (count() <= most) {
            return 0;
        }
        // all letters are read to learn whose they are, so a tenth makes room at once
        List<String> dropped = shares().beyond(most - most / TENTH);
        long gone = 0;
        for (int from = 0; from < dropped.size(); from += PAGE) {
            String[] page = dropped.subList(from, Math.min(from + PAGE, dropped.size())).toArray(String[]::new);
            gone += scripts.redis().<Long>run(commands -> commands.xdel(stream, page));
        }
        return gone;
    }

    private FairShare<String> shares() {
        FairShare<String> shares = new FairShare<>();
        Boundary<String> start = Boundary.unbounded();
        while (true) {
            Range<String> rest = Range.from(start, Boundary.unbounded());
            List<StreamMessage<String, String>> page = scripts.redis()
                    .run(commands -> commands.xrange(stream, rest, Limit.from(PAGE)));
            page.forEach(entry -> shares.add(group(json(entry)), entry.getId()));
            if (page.size() < PAGE) {
                return shares;
            }
            start = Boundary.excluding(page.getLast().getId());
        }
    }
}
