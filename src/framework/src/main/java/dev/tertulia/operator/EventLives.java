package dev.tertulia.operator;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.store.EventJournal;
import dev.tertulia.store.EventJournal.Placed;

/** The lives of a phone number's events, read from its journal. */
public final class EventLives {

    /** The number of entries that a short look reads. */
    public static final int SHORT_LOOK = 2_000;

    private static final int PAGE = 1_000;

    private final EventJournal journal;
    private final ObjectMapper json;

    public EventLives(EventJournal journal, ObjectMapper json) {
        this.journal = journal;
        this.json = json;
    }

    /**
     * What is looked for.
     *
     * @param group  the conversation; empty for any
     * @param text   a part of a message id, of a subject or of a detail, or a whole mark; empty for everything
     * @param atMost the number of lives
     * @param within the number of entries that are read
     */
    public record Search(String group, String text, int atMost, int within) {}

    /**
     * What was found.
     *
     * @param lives    the latest first
     * @param next     the mark after which there are more; {@code null} if there are none
     * @param complete whether the whole journal was read as far as it was necessary
     */
    public record Found(List<EventLife> lives, @Nullable String next, boolean complete) {}

    /** The life of an event; empty if the journal has nothing of it. */
    public Optional<EventLife> find(String mark) {
        LifeCollector found = new LifeCollector(step -> step.mark().equals(mark));
        read(found, Integer.MAX_VALUE, () -> found.isBegun(mark));
        return found.lives().stream().findFirst();
    }

    /**
     * Lives that match.
     *
     * @param after the mark of the life after which to go on; {@code null} for the latest
     */
    public Found search(Search search, @Nullable String after) {
        LifeCollector found = LifeCollector.of(search);
        boolean complete = read(found, search.within(), () -> found.begunAfter(after) > search.atMost());
        List<EventLife> lives = found.after(after, complete);
        List<EventLife> shown = lives.stream().limit(search.atMost()).toList();
        return new Found(shown, lives.size() > shown.size() ? shown.getLast().mark() : null, complete);
    }

    /** Reads the journal until it has enough. Returns whether it has read to the end, or enough. */
    private boolean read(LifeCollector found, int within, BooleanSupplier enough) {
        String place = null;
        for (int read = 0; read < within; read += PAGE) {
            List<Placed> page = journal.before(place, PAGE);
            page.forEach(placed -> found.add(placed.entry()));
            if (page.isEmpty() || enough.getAsBoolean()) {
                return true;
            }
            place = page.getLast().place();
        }
        return false;
    }

    /** The mark of the event that a dead letter concerns; empty if it concerns none. */
    public Optional<String> markOf(DeadLetter letter) {
        return LetterSubject.of(letter, json).map(LetterSubject::mark);
    }
}
