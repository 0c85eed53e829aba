package dev.tertulia.moderation.bot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import org.jspecify.annotations.Nullable;

import dev.tertulia.fleet.Logs;
import dev.tertulia.message.Origin;
import dev.tertulia.moderation.judge.Classifier;

/**
 * The versions of the rules that are in force in the groups of each number. A changed file is taken over with the next
 * events, and each event is judged by exactly one version.
 */
@Singleton
@Requires(condition = RuleFileGiven.class)
final class RulesInForce {

    private final WatchedFile file;
    private final Logs logs;
    private final Map<String, NumberRules> numbers = new ConcurrentHashMap<>();

    RulesInForce(@Value("${tertulia.moderation:" + RuleFileGiven.USUAL + "}") String file,
            @Value("${tertulia.moderation-reload:1s}") Duration reload, @Nullable Classifier classifier, Logs logs) {
        this.file = new WatchedFile(Path.of(file), reload, classifier == null ? Classifier.NONE : classifier);
        this.logs = logs;
    }

    /** The rules for an event; empty if none are in force in its group. */
    Optional<RuleVersion> of(Origin origin) {
        return numbers.computeIfAbsent(origin.number(), number -> new NumberRules(file, logs.of(number)))
                .inGroup(origin.group(), origin.at());
    }

    /** The rules of a number, wherever they are in force. */
    RuleVersion latest(Origin origin) {
        return numbers.computeIfAbsent(origin.number(), number -> new NumberRules(file, logs.of(number)))
                .latest(origin.at());
    }
}
