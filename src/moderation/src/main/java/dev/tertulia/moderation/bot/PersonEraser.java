package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Logs;
import dev.tertulia.message.Member;
import dev.tertulia.moderation.backtest.LogHistory;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.cases.Who;

/** Eraser of what moderation stores about a person: in cases, in the messages kept for back-tests, and in examples. */
public final class PersonEraser {

    private static final int MOST_CASES = 20_000;
    /** Nothing is appended to the history here, so that this time does not matter. */
    private static final Duration ANY = Duration.ofDays(1);

    private final Trail trail;
    private final Examples examples;
    private final LogHistory history;

    /**
     * The eraser of a phone number.
     *
     * @param keepCases how long its cases are kept
     */
    public PersonEraser(Logs logs, Duration keepCases) {
        trail = Trail.of(logs, keepCases);
        examples = new Examples(logs);
        history = new LogHistory(logs.log(LogHistory.NAME, ANY), Instant.EPOCH);
    }

    /**
     * What was erased.
     *
     * @param entries  entries about cases
     * @param messages kept messages, joins and join requests
     * @param examples examples that rules must not hit
     */
    public record Erased(int entries, int messages, int examples) {}

    /** Erases a person, by any of the ids that are known from the cases. */
    public Erased erase(Member person, Instant at) {
        List<Case> cases = trail.search(CaseQuery.latest(MOST_CASES).of(person.address()));
        Set<String> ids = Stream.concat(person.identities(),
                cases.stream().map(Case::who).flatMap(PersonEraser::ids)).collect(Collectors.toSet());
        int erasedExamples = (int) cases.stream().map(Case::number).filter(examples::erase).count();
        int messages = ids.stream().flatMap(id -> Member.find(id).stream()).mapToInt(history::erase).sum();
        return new Erased(ids.stream().mapToInt(id -> trail.erase(id, at)).sum(), messages, erasedExamples);
    }

    private static Stream<String> ids(@Nullable Who who) {
        return who == null ? Stream.empty() : Stream.concat(Stream.of(who.id()), who.identities().stream());
    }
}
