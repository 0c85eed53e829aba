package dev.tertulia.operator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.CorrelationId;
import dev.tertulia.journal.Step;
import dev.tertulia.store.JournalEntry;

/**
 * Puts entries of the journal, which come with the newest first, together to lives. A life has its place where it began,
 * so that a late status does not move it.
 */
final class LifeCollector {

    private final Predicate<JournalEntry> taken;
    private final Predicate<JournalEntry> matching;
    private final Map<String, Steps> byMark = new LinkedHashMap<>();
    private final List<String> begun = new ArrayList<>();
    private int read;

    LifeCollector(Predicate<JournalEntry> taken) {
        this(taken, step -> true);
    }

    /** @param matching whether a life matches that has such a step */
    private LifeCollector(Predicate<JournalEntry> taken, Predicate<JournalEntry> matching) {
        this.taken = taken;
        this.matching = matching;
    }

    static LifeCollector of(EventLives.Search search) {
        String group = JournalEntry.conversation(search.group());
        String wanted = JournalEntry.shortened(search.text()).toLowerCase(Locale.ROOT);
        String mark = CorrelationId.parse(search.text()).map(CorrelationId::mark).orElse("");
        return new LifeCollector(step -> group.isEmpty() || step.group().equals(group),
                step -> wanted.isEmpty() || step.mark().equals(mark) || contains(step.subject(), wanted)
                        || contains(step.detail(), wanted));
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** The steps of one life, the newest first. */
    private static final class Steps {
        private final List<JournalEntry> all = new ArrayList<>();
        private boolean matches;
        private int oldest;
    }

    void add(JournalEntry step) {
        read++;
        if (!taken.test(step)) {
            return;
        }
        Steps steps = byMark.computeIfAbsent(step.mark(), mark -> new Steps());
        steps.all.add(step);
        steps.matches |= matching.test(step);
        steps.oldest = read;
        if (EventLife.begins(step)) {
            begun.add(step.mark());
        }
    }

    boolean isBegun(String mark) {
        return begun.contains(mark);
    }

    /** The number of matching lives whose beginning was read, behind one. */
    int begunAfter(@Nullable String mark) {
        int from = mark == null ? 0 : begun.indexOf(mark) + 1;
        return mark != null && from == 0
                ? 0
                : (int) begun.stream().skip(from).filter(one -> byMark.get(one).matches).count();
    }

    List<EventLife> lives() {
        return after(null, true);
    }

    /**
     * The matching lives behind one, the latest first.
     *
     * @param complete whether everything was read; if not, lives of which only statuses were read are left out
     */
    List<EventLife> after(@Nullable String mark, boolean complete) {
        int from = mark == null || !byMark.containsKey(mark) ? 0 : byMark.get(mark).oldest;
        Set<String> known = new HashSet<>(begun);
        return byMark.entrySet().stream()
                .filter(life -> life.getValue().matches && life.getValue().oldest > from)
                .filter(life -> known.contains(life.getKey()) || complete || hasMoreThanStatuses(life.getValue()))
                .sorted((one, other) -> Integer.compare(one.getValue().oldest, other.getValue().oldest))
                .map(life -> new EventLife(life.getKey(), List.copyOf(life.getValue().all.reversed()))).toList();
    }

    private static boolean hasMoreThanStatuses(Steps steps) {
        return steps.all.stream().anyMatch(step -> step.step() != Step.ACCEPTED);
    }
}
