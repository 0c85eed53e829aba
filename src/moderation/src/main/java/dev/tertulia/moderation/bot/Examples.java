package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.bot.Group;
import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.fleet.Logs;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;
import dev.tertulia.message.Origin;
import dev.tertulia.moderation.backtest.EventTimeCounters;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.Who;
import dev.tertulia.moderation.judge.Author;
import dev.tertulia.moderation.judge.Post;
import dev.tertulia.moderation.judge.StrikeLookup;
import dev.tertulia.moderation.judge.Subject;
import dev.tertulia.moderation.rules.MessageType;
import dev.tertulia.moderation.rules.On;
import dev.tertulia.moderation.rules.StaffSettings;

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

    /**
     * A message, and the rules that must not hit it.
     *
     * @param writing {@code null} in examples of earlier versions
     */
    record Example(String number, String text, String group, Set<String> labels, List<String> rules,
            @Nullable Writing writing) {

        Example(String number, @Nullable String text, @Nullable String group, @Nullable Set<String> labels,
                @Nullable List<String> rules, @Nullable Writing writing) {
            this.number = number;
            this.text = text == null ? "" : text;
            this.group = group == null ? "" : group;
            this.labels = labels == null ? Set.of() : Set.copyOf(labels);
            this.rules = rules == null ? List.of() : List.copyOf(rules);
            this.writing = writing;
        }
    }

    /**
     * When a message was written, and by whom: exceptions of rules may depend on it.
     *
     * @param at          in ISO 8601
     * @param identities  the user id and the phone number, as far as they were known
     * @param memberSince in ISO 8601; {@code null} if it is not known
     */
    record Writing(String at, List<String> identities, @Nullable String memberSince) {

        static Writing of(Case one, Group group) {
            Who who = one.who();
            return new Writing(one.at().toString(), who == null ? List.of() : who.identities(),
                    who == null ? null : since(who.member(), one.at(), group));
        }

        private static @Nullable String since(Member person, Instant at, Group group) {
            return group.facts().person(person).map(GroupFacts.Person::since).filter(since -> !since.isAfter(at))
                    .map(Instant::toString).orElse(null);
        }

        Author author(StaffSettings staff) {
            List<Member> known = identities.stream().map(Member::of).toList();
            return new Author("example", "", known.stream().map(Member::phone).filter(Objects::nonNull).findFirst()
                    .orElse(null), known.stream().anyMatch(staff::names),
                    memberSince == null ? null : Instant.parse(memberSince), StrikeLookup.NONE);
        }
    }

    /** Adds the message of a case, if it has one. */
    void add(Case one, Group group, Instant at) {
        if (one.text() == null || one.text().isBlank()) {
            return;
        }
        Example example = new Example(one.number(), one.text(), one.group(), group.labels(), one.rules(),
                Writing.of(one, group));
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
        return log.findLatest(ALL, Long.MAX_VALUE, Log.MOST_AT_ONCE).stream()
                .flatMap(entry -> read(entry.body()).stream()
                        .flatMap(example -> failed(version, example, subject(example, entry.at(), version))))
                .toList();
    }

    private static Stream<String> failed(RuleVersion version, Example example, Subject subject) {
        return version.judge().judge(subject, new EventTimeCounters()).stream()
                .map(hit -> hit.policy().name() + "/" + hit.rule().name()).filter(example.rules()::contains)
                .map(rule -> "rule " + rule + " hits again what staff called wrong in case " + example.number());
    }

    private static Optional<Example> read(String body) {
        try {
            return Optional.of(JSON.readValue(body, Example.class));
        } catch (JsonProcessingException e) {
            LOG.warn("an example of the rules cannot be read: {}", e.getOriginalMessage());
            return Optional.empty();
        }
    }

    private static Subject subject(Example example, Instant added, RuleVersion version) {
        Writing writing = example.writing() == null
                ? new Writing(added.toString(), List.of(), null)
                : example.writing();
        return new Subject(On.MESSAGE,
                new Origin("", "", example.group(), Instant.parse(writing.at()), "example " + example.number()),
                example.labels(), writing.author(version.rules().settings().staff()),
                new Post(example.number(), MessageType.TEXT, example.text(), Post.Forwarding.NOT, null));
    }
}
