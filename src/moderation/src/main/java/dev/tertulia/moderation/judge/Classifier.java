package dev.tertulia.moderation.judge;

import java.util.OptionalDouble;

/** Gives texts scores. It never throws, and it answers within a bounded time. */
@FunctionalInterface
public interface Classifier {

    /** No classifier: there are no scores. */
    Classifier NONE = (name, label, text) -> OptionalDouble.empty();

    /**
     * The score of a text.
     *
     * @param name the classifier, as the settings name it
     * @return from 0 to 1; empty if there is no such classifier or label, or if it failed
     */
    OptionalDouble score(String name, String label, String text);
}
