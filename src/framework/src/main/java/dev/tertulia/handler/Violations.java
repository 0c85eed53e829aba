package dev.tertulia.handler;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** The mistakes in the bots of a program, collected so that all are reported at once. */
final class Violations {

    private final Set<String> sentences = new LinkedHashSet<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    int count() {
        return sentences.size();
    }

    /** Runs a step of a check; {@code null} if it finds a mistake. */
    <T> @Nullable T during(Supplier<T> step) {
        try {
            return step.get();
        } catch (BadHandler bad) {
            sentences.addAll(bad.mistakes());
            return null;
        }
    }

    /** Runs a step of a check that has no result. */
    void during(Runnable step) {
        during(() -> {
            step.run();
            return true;
        });
    }

    /** Throws if there are mistakes. */
    void refuseIfAny() {
        if (!sentences.isEmpty()) {
            throw new BadHandler(List.copyOf(sentences));
        }
    }
}
