package dev.tertulia.server.cli;

import java.time.Clock;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

import dev.tertulia.moderation.classifier.ClassifierEndpoint;
import dev.tertulia.moderation.classifier.HttpClassifier;
import dev.tertulia.moderation.judge.Classifier;
import dev.tertulia.server.cli.terminal.Printer;

/** Classifiers in the run of a command, which says at the end how often they gave no score. */
final class AskedClassifiers implements Classifier, AutoCloseable {

    private final Set<String> names;
    private final HttpClassifier http;
    private final Printer err;
    private long asked;
    private long silent;

    /** Classifiers at these endpoints. Others give no scores. */
    AskedClassifiers(List<ClassifierEndpoint> endpoints, Clock clock, Printer err) {
        names = endpoints.stream().map(ClassifierEndpoint::name).collect(Collectors.toSet());
        http = new HttpClassifier(endpoints, clock);
        this.err = err;
    }

    @Override
    public OptionalDouble score(String name, String label, String text) {
        if (!names.contains(name)) {
            return OptionalDouble.empty();
        }
        OptionalDouble score = http.score(name, label, text);
        asked++;
        silent += score.isEmpty() ? 1 : 0;
        return score;
    }

    @Override
    public void close() {
        http.close();
        if (silent > 0) {
            err.printf("classifiers gave no score for %d of %d questions, so these conditions did not hold%n", silent,
                    asked);
        }
    }
}
