package dev.tertulia.moderation.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;

/** Compares the whole trail with its hashes. */
final class Verification {

    private final Log log;
    private final List<String> problems = new ArrayList<>();
    private final Set<Long> erased = new HashSet<>();
    private final TreeSet<Long> withoutPerson = new TreeSet<>();
    private long last;
    private @Nullable String hash;

    Verification(Log log) {
        this.log = log;
    }

    List<String> problems() {
        for (List<LogEntry> page = log.read(0, Log.MOST_AT_ONCE); !page.isEmpty(); page = log.read(last,
                Log.MOST_AT_ONCE)) {
            page.forEach(this::check);
        }
        withoutPerson.removeAll(erased);
        withoutPerson.forEach(place -> problems.add("entry " + place + ": its personal part is missing, but no erasure"
                + " is recorded"));
        log.last().filter(end -> end.number() != last)
                .ifPresent(end -> problems.add("the trail ends at entry " + last + ", not at " + end.number()));
        return List.copyOf(problems);
    }

    private void check(LogEntry entry) {
        boolean first = hash == null;
        if (!first && entry.number() != last + 1) {
            problems.add("entries " + (last + 1) + " to " + (entry.number() - 1) + " are missing");
        }
        last = entry.number();
        Optional<Sealed> sealed = TrailCodec.sealed(entry);
        if (sealed.isEmpty() || !sealed.get().isWhole(entry.number(), entry.key(), entry.at())) {
            problems.add("entry " + entry.number() + " was changed");
        }
        sealed.ifPresent(one -> check(entry, one, first));
        hash = sealed.map(Sealed::hash).orElse("");
    }

    private void check(LogEntry entry, Sealed sealed, boolean first) {
        if (first ? entry.number() == 1 && !sealed.previous().equals(Sealed.START) : !sealed.previous().equals(hash)) {
            problems.add("entry " + entry.number() + " does not follow the one before it");
        }
        if (sealed.personal() == null) {
            withoutPerson.add(entry.number());
        }
        TrailCodec.read(entry).ifPresentOrElse(read -> {
            Erasure.places(read.fact()).forEach(erased::add);
            if (!hasItsTerms(entry, read)) {
                problems.add("entry " + entry.number() + ": the terms by which it is found were changed");
            }
        }, () -> problems.add("entry " + entry.number() + " cannot be read"));
    }

    /** Most entries of earlier versions are not found by their kind. */
    private static boolean hasItsTerms(LogEntry entry, TrailEntry read) {
        Set<String> withKind = new HashSet<>(entry.terms());
        withKind.add(Terms.kind(read.fact().kind()));
        return withKind.equals(Terms.of(read.fact(), read.personal()));
    }
}
