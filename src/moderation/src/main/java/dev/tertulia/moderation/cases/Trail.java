package dev.tertulia.moderation.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.fleet.Logs;

/**
 * The cases of a phone number, and everything that was decided about them, as a chain of entries over all replicas. Each
 * entry has a key, so a turn that is repeated records once and finds what it has decided before.
 */
public final class Trail {

    /** The name of the log. */
    public static final String NAME = "moderation-cases";

    private final TrailWriter writer;
    private final CaseSearch search;
    private final Erasure erasure;
    private final Log log;

    /** The trail in a log. */
    public Trail(Log log) {
        this.log = log;
        writer = new TrailWriter(log);
        search = new CaseSearch(log);
        erasure = new Erasure(log, writer);
    }

    /**
     * The trail of a phone number.
     *
     * @param keep how long entries are kept
     */
    public static Trail of(Logs logs, Duration keep) {
        return new Trail(logs.log(NAME, keep));
    }

    /** What the trail knows, for a decision that is taken on it. */
    public interface Known {

        /** The strikes of a person under a policy. */
        int strikes(Who who, String policy, StrikeDecay decay, Instant now);
    }

    /**
     * Opens a case, unless there is one with this key.
     *
     * @param key      the key of the event
     * @param decision the decision on what the trail knows; it is called again if the trail has changed meanwhile
     * @return the case with that key; what was decided there counts
     */
    public Case open(String key, Instant at, Function<Known, Opening> decision) {
        TrailWriter.Written written = writer.append("opened " + key, at, place -> {
            Opening opening = decision.apply(this::strikes);
            return Optional.of(entry(CaseNumber.of(place), opening));
        }).orElseThrow();
        return search.load(written.entry().fact().number()).orElseThrow();
    }

    /** The case of an event; empty if there is none. */
    public Optional<Case> ofEvent(String key) {
        return log.find(Sealed.sha256("opened " + key)).flatMap(TrailCodec::read)
                .flatMap(entry -> search.load(entry.fact().number()));
    }

    private static TrailWriter.Entry entry(String number, Opening opening) {
        Fact fact = new Fact(number, EntryKind.OPENED, opening.version(), opening.group(), opening.on(),
                opening.findings().stream().map(Finding::withoutEvidence).toList(),
                opening.deeds().stream().map(Deed::withoutParts).toList(), opening.strikes(), opening.more());
        return new TrailWriter.Entry(fact, new Personal(opening.who(), opening.by(), opening.messageId(),
                opening.text(), opening.findings(), opening.deeds()));
    }

    /**
     * Records something about a case, unless it was recorded before or the case does not allow it any more.
     *
     * @param key     what is recorded once, such as the id of the person who approves
     * @param allowed whether it may be recorded, by the case before it
     * @return the outcome; empty if there is no such case
     */
    public Optional<Decided> record(String number, EntryKind kind, String key, Instant at, Note note,
            Predicate<Case> allowed) {
        Optional<Case> before = search.find(number);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        String exact = before.get().number();
        Optional<TrailWriter.Written> written = writer.append(exact + " " + kind + " " + key, at, place -> search
                .load(exact).filter(allowed).map(one -> new TrailWriter.Entry(Fact.of(exact, kind, note.more()),
                        new Personal(one.who(), note.by(), null, note.text(), null, null))));
        Case after = search.load(exact).orElse(before.get());
        return Optional.of(decided(after, written));
    }

    private static Decided decided(Case after, Optional<TrailWriter.Written> written) {
        CaseEntry counts = written.map(one -> one.entry().place())
                .flatMap(place -> after.entries().stream().filter(entry -> entry.place() == place).findFirst())
                .or(after::decision).orElse(after.entries().getFirst());
        return new Decided(after, written.map(TrailWriter.Written::added).orElse(false), counts);
    }

    /**
     * What is recorded about a case.
     *
     * @param by   who did it; {@code null} if time or WhatsApp did
     * @param text the words that belong to it
     * @param more what else is recorded, and names no person
     */
    public record Note(@Nullable Who by, @Nullable String text, Map<String, String> more) {

        /** Nothing but that it happened. */
        public static final Note NOTHING = new Note(null, null, Map.of());

        /** The same, recorded by the turn with this key, which {@link CaseEntry#isOf} recognizes. */
        public Note in(String turn) {
            Map<String, String> parts = new HashMap<>(more);
            parts.put(CaseEntry.TURN, Sealed.sha256(turn));
            return new Note(by, text, parts);
        }

        /** Done by a person. */
        public static Note by(Who who) {
            return new Note(who, null, Map.of());
        }
    }

    /** The case with a number as people type it; empty if there is none. */
    public Optional<Case> find(String number) {
        return search.find(number);
    }

    /** Cases, the latest first. */
    public List<Case> search(CaseQuery query) {
        return search.search(query, null, CaseSearch.MOST_LOOKED_AT).cases();
    }

    /**
     * Cases, the latest first, from a part of the trail.
     *
     * @param after        where an earlier search has stopped, or the number of the case to go on after; {@code null} to
     *                     begin with the latest one
     * @param mostLookedAt the number of cases after which the search stops, whether it has found enough or not
     */
    public FoundCases search(CaseQuery query, @Nullable String after, int mostLookedAt) {
        return search.search(query, after, mostLookedAt);
    }

    /** The place of the last entry, which changes with everything that is recorded; 0 if there is none. */
    public long last() {
        return log.last().map(LogEntry::number).orElse(0L);
    }

    /** A count of the hits of rules on the latest days, today included. It begins with nothing. */
    public DailyHits dailyHits(int days) {
        return new DailyHits(log, days);
    }

    /** All cases, the earliest first. They are read in pages while the stream is consumed. */
    public Stream<Case> all() {
        return search.all();
    }

    /** The strikes of a person under a policy. */
    public int strikes(Who who, String policy, StrikeDecay decay, Instant now) {
        return Strikes.at(now, policy, decay, search.entries(Terms.person(who.id())));
    }

    /**
     * Erases what the trail knows about a person: as the one whom cases are about, and as one who reported, decided or
     * appealed.
     *
     * @param person the id, a phone number or a user id
     * @return the number of entries that were changed
     */
    public int erase(String person, Instant at) {
        return erasure.erase(person, at);
    }

    /** What is wrong with the trail; empty if it is as it was written. */
    public List<String> verify() {
        return new Verification(log).problems();
    }
}
