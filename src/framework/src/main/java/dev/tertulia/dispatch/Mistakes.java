package dev.tertulia.dispatch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** What is wrong with the bots of a program, gathered so that all of it is told at once. */
final class Mistakes {

    private final Set<String> sentences = new LinkedHashSet<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    int count() {
        return sentences.size();
    }

    /** Takes a step of a check; {@code null} if it found a mistake. */
    <T> @Nullable T during(Supplier<T> step) {
        try {
            return step.get();
        } catch (BadHandler bad) {
            sentences.addAll(bad.mistakes());
            return null;
        }
    }

    /** Takes a step of a check that only finds mistakes. */
    void during(Runnable step) {
        during(() -> {
            step.run();
            return true;
        });
    }

    /** Goes on only where nothing is wrong. */
    void refuseIfAny() {
        if (!sentences.isEmpty()) {
            throw new BadHandler(List.copyOf(sentences));
        }
    }
}
