package dev.tertulia.moderation.bot;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.bot.Groups;
import dev.tertulia.fleet.Logs;
import dev.tertulia.message.Origin;
import dev.tertulia.moderation.judge.Classifier;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.judge.Subject;

/**
 * The versions of the rules that are in force in the groups of each number. A changed file is read and taken over on a
 * thread of its own, and each event is judged by exactly one version.
 */
@Singleton
@Requires(condition = RuleFileGiven.class)
final class RulesInForce implements RuleFileStatus {

    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);
    private static final Duration LONGEST_WRITE = Duration.ofMillis(250);
    private static final Duration SHORTEST_WRITE = Duration.ofMillis(20);

    private final WatchedFile file;
    private final Logs logs;
    private final Groups groups;
    private final Map<String, NumberRules> numbers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("rule-file").factory());
    private final String process = UUID.randomUUID().toString();
    private final boolean withEachEvent;

    /**
     * Reads the file.
     *
     * @param reload how often it is looked at; zero for each event, on its thread
     */
    RulesInForce(@Value("${tertulia.moderation:" + RuleFileGiven.USUAL + "}") String file,
            @Value("${tertulia.moderation-reload:1s}") Duration reload, @Nullable Classifier classifier, Logs logs,
            Groups groups) {
        this.logs = logs;
        this.groups = groups;
        withEachEvent = reload.isZero();
        long pause = (withEachEvent ? SHORTEST_WRITE : LONGEST_WRITE).toNanos();
        this.file = new WatchedFile(RuleFileGiven.file(file), () -> LockSupport.parkNanos(pause),
                classifier == null ? Classifier.NONE : classifier);
        if (!withEachEvent) {
            timer.scheduleWithFixedDelay(this::look, reload.toMillis(), reload.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            takeOver(Instant.now());
            numbers.values().forEach(NumberRules::storeCounts);
        } catch (RuntimeException | Error e) { // otherwise the executor silently stops repeating
            LOG.warn("the rule file could not be taken over, and is looked at again", e);
        }
    }

    private void takeOver(Instant at) {
        file.look();
        numbers.values().forEach(number -> number.adopt(at));
    }

    @PreDestroy
    void close() {
        timer.shutdownNow();
        try {
            numbers.values().forEach(NumberRules::storeCounts);
        } catch (RuntimeException e) {
            LOG.warn("the last figures of the canary are not stored: {}", e.getMessage());
        }
    }

    private NumberRules at(Origin origin) {
        if (withEachEvent) {
            takeOver(origin.at());
        }
        return numbers.computeIfAbsent(origin.number(),
                number -> new NumberRules(file, logs.of(number), groups.of(number), process));
    }

    /** The rules for an event; empty if none are in force in its group. */
    Optional<RuleVersion> of(Origin origin) {
        return at(origin).inGroup(origin.group(), origin.at());
    }

    /** Counts what a version has judged, while it is compared with another one. */
    void count(RuleVersion version, Subject subject, List<Hit> hits) {
        NumberRules number = numbers.get(subject.origin().number());
        if (number != null) {
            number.count(version, subject, hits);
            if (withEachEvent) {
                number.storeCounts();
            }
        }
    }

    /** The rules of a number, wherever they are in force. */
    RuleVersion latest(Origin origin) {
        return at(origin).latest(origin.at());
    }

    @Override
    public Path file() {
        return file.path();
    }

    @Override
    public String version() {
        return file.current().id();
    }

    @Override
    public String text() {
        return file.current().text();
    }

    @Override
    public List<String> problems() {
        return Stream.concat(file.problems().stream().map(Object::toString),
                numbers.values().stream().flatMap(number -> number.problems().stream())).distinct().toList();
    }
}
