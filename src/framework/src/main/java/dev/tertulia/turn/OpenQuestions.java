package dev.tertulia.turn;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Stored;

/** The open questions of a conversation, the oldest first. They are stored with the state of its bots. */
@Stored("tertulia.questions")
record OpenQuestions(List<OpenQuestion> open) {

    private static final int MOST = 100;

    OpenQuestions(@Nullable List<OpenQuestion> open) {
        this.open = List.copyOf(Objects.requireNonNullElse(open, List.of()));
    }

    Optional<OpenQuestion> find(Predicate<OpenQuestion> which) {
        return open.stream().filter(which).findFirst();
    }

    /** With one more question, in place of those that the same bot asked the same person; the oldest make room. */
    OpenQuestions with(OpenQuestion question) {
        List<OpenQuestion> next = Stream.concat(open.stream().filter(other -> !other.bot().equals(question.bot())
                || !Objects.equals(other.member(), question.member())), Stream.of(question)).toList();
        return new OpenQuestions(next.subList(Math.max(0, next.size() - MOST), next.size()));
    }

    /** The questions of a person who has another id by now. */
    OpenQuestions moved(String id, String other) {
        return open.stream().map(question -> question.moved(id, other)).reduce(new OpenQuestions(null),
                OpenQuestions::with, (some, more) -> more);
    }

    OpenQuestions without(String id) {
        return new OpenQuestions(open.stream().filter(other -> !other.id().equals(id)).toList());
    }
}
