package dev.tertulia.redis;

import java.util.List;
import java.util.stream.Stream;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.StreamMessage;
import org.jspecify.annotations.Nullable;

import dev.tertulia.store.EventJournal;
import dev.tertulia.store.JournalEntry;

/** The journal in a capped stream. */
record RedisJournal(Scripts scripts, JournalCalls calls) implements EventJournal {

    private static final String LINES = "n";

    @Override
    public void add(JournalEntry entry) {
        scripts.number(calls.note(new Call(Script.NOTE_ONE), entry));
    }

    @Override
    public List<Placed> before(@Nullable String place, int atMost) {
        Boundary<String> end = place == null ? Boundary.unbounded() : Boundary.excluding(place);
        return scripts.redis().run(commands -> commands.xrevrange(calls.keys().journal(),
                Range.from(Boundary.unbounded(), end), Limit.from(atMost))).stream().flatMap(RedisJournal::placed)
                .toList();
    }

    /** What was written last comes first. */
    private static Stream<Placed> placed(StreamMessage<String, String> written) {
        return written.getBody().get(LINES).lines().toList().reversed().stream()
                .flatMap(line -> JournalText.read(line).stream())
                .map(entry -> new Placed(written.getId(), entry));
    }
}
