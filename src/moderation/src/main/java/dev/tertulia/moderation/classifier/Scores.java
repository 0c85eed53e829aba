package dev.tertulia.moderation.classifier;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** The scores of a text by label, from 0 to 1. */
record Scores(Map<String, Double> byLabel) {

    private static final int MOST_SHOWN = 30;

    /**
     * The scores in an answer. A category without a score is 1 if it applies, otherwise 0.
     *
     * @throws ClassifierFailure if there are none
     */
    static Scores in(JsonNode answer) {
        JsonNode result = answer.path("results").path(0);
        Map<String, Double> scores = new TreeMap<>();
        result.path("categories").properties().forEach(category -> {
            if (category.getValue().isBoolean()) {
                scores.put(category.getKey(), category.getValue().booleanValue() ? 1.0 : 0.0);
            }
        });
        result.path("category_scores").properties().forEach(score -> {
            if (score.getValue().isNumber()) {
                scores.put(score.getKey(), Math.clamp(score.getValue().doubleValue(), 0.0, 1.0));
            }
        });
        if (scores.isEmpty()) {
            throw new ClassifierFailure("the answer has no results with category_scores");
        }
        return new Scores(Map.copyOf(scores));
    }

    /** The labels, or the first of them where there are many. */
    List<String> labels() {
        return byLabel.keySet().stream().sorted().limit(MOST_SHOWN).toList();
    }

    OptionalDouble of(String label) {
        Double score = byLabel.get(label);
        return score == null ? OptionalDouble.empty() : OptionalDouble.of(score);
    }
}
