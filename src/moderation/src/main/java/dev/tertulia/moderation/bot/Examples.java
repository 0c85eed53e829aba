package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.fleet.Logs;
import dev.tertulia.message.Origin;
import dev.tertulia.moderation.backtest.EventTimeCounters;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.judge.Author;
import dev.tertulia.moderation.judge.Post;
import dev.tertulia.moderation.judge.StrikeLookup;
import dev.tertulia.moderation.judge.Subject;
import dev.tertulia.moderation.rules.MessageType;
import dev.tertulia.moderation.rules.On;

/** The messages that staff called wrongly hit. Later versions of the rules must not hit them again. */
final class Examples {

    private static final Logger LOG = LoggerFactory.getLogger(Examples.class);
    private static final String NAME = "moderation-examples";
    private static final Duration KEEP = Duration.ofDays(3_650);
    private static final String ALL = "example";
    private static final JsonMapper JSON = new JsonMapper();

    private final Log log;

    Examples(Logs logs) {
        log = logs.log(NAME, KEEP);
    }

    /** A message, and the rules that must not hit it. */
    record Example(String number, String text, String group, Set<String> labels, List<String> rules) {

        Example(String number, @Nullable String text, @Nullable String group, @Nullable Set<String> labels,
                @Nullable List<String> rules) {
            this.number = number;
            this.text = text == null ? "" : text;
            this.group = group == null ? "" : group;
            this.labels = labels == null ? Set.of() : Set.copyOf(labels);
            this.rules = rules == null ? List.of() : List.copyOf(rules);
        }
    }

    /** Adds the message of a case, if it has one. */
    void add(Case one, Set<String> labels, Instant at) {
        if (one.text() == null || one.text().isBlank()) {
            return;
        }
        Example example = new Example(one.number(), one.text(), one.group(), labels, one.rules());
        try {
            log.append(new Log.Draft(one.number(), at, Set.of(ALL), JSON.writeValueAsString(example)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Erases the example of a case; returns whether there was one. */
    boolean erase(String number) {
        Optional<LogEntry> example = log.find(number).filter(entry -> entry.terms().contains(ALL));
        example.ifPresent(entry -> log.rewrite(entry.number(), Set.of(), "{}"));
        return example.isPresent();
    }

    /** What a version does wrong; empty if it hits no example. */
    List<String> failedBy(RuleVersion version) {
        return log.findLatest(ALL, Long.MAX_VALUE, Log.MOST_AT_ONCE).stream().map(entry -> read(entry.body()))
                .flatMap(Optional::stream)
                .flatMap(example -> version.judge().judge(subject(example), new EventTimeCounters()).stream()
                        .map(hit -> hit.policy().name() + "/" + hit.rule().name()).filter(example.rules()::contains)
                        .map(rule -> "rule " + rule + " hits again what staff called wrong in case "
                                + example.number()))
                .toList();
    }

    private static Optional<Example> read(String body) {
        try {
            return Optional.of(JSON.readValue(body, Example.class));
        } catch (JsonProcessingException e) {
            LOG.warn("an example of the rules cannot be read: {}", e.getOriginalMessage());
            return Optional.empty();
        }
    }

    private static Subject subject(Example example) {
        Instant now = Instant.now();
        return new Subject(On.MESSAGE, new Origin("", "", example.group(), now, "example " + example.number()),
                example.labels(), new Author("example", "", null, false, null, StrikeLookup.NONE),
                new Post(example.number(), MessageType.TEXT, example.text(), Post.Forwarding.NOT, null));
    }
}
