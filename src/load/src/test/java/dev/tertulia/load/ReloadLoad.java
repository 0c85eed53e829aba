package dev.tertulia.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.redis.TestRedis;
import dev.tertulia.server.outside.Delivery;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Load program: the rule file changes a hundred times while ten thousand messages pass through two replicas. Each message is
 * judged by exactly one version, which its case names; none is lost, and both replicas take over one more version at once.
 */
class ReloadLoad {

    private static final int CHANGES = Integer.getInteger("reload.changes", 100);
    private static final int MESSAGES = Integer.getInteger("reload.messages", 10_000);
    private static final int GROUPS = 50;
    private static final int SECONDS = Integer.getInteger("reload.seconds", 125);
    /** Every so many changes, a file that is wrong is saved first. */
    private static final int WRONG = 10;
    private static final int PROBES = 20;
    /** The end of the phone number of the first member. Each message is of another one. */
    private static final int MEMBER = 6_000_000;
    private static final double MOST_OFTEN_SEEN = 0.8;
    private static final Duration HALF_WRITTEN = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration TAKEN_OVER = Duration.ofSeconds(5);
    private static final Duration KEEP = Duration.ofDays(400);

    @TempDir
    private Path folder;

    private static String rules(int version) {
        return """
                policies:
                  - name: community
                    groups: { all: true }
                    rules:
                      - name: words
                        mode: enforce
                        when: { words: [casino] }
                        then: [ { note: "version %d" } ]
                """.formatted(version);
    }

    /** Writes it in two parts, as an editor may. Without the second one it is a valid file, too. */
    private static void write(Path file, String rules) {
        try {
            Files.writeString(file, "policies: []\n");
            Pace.pause(HALF_WRITTEN);
            Files.writeString(file, rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void losesNoEventAndDecidesEachByOneVersion() {
        Path file = folder.resolve("moderation.yml");
        write(file, rules(0));
        try (WhatsApp whatsApp = new WhatsApp(GROUPS);
                TestRedis redis = TestRedis.start("--appendonly", "no");
                Replicas replicas = Replicas.start(2, whatsApp, Map.of("REDIS_URI", redis.uri(),
                        "TERTULIA_MODERATION", file.toString(), "TERTULIA_MODERATION_RELOAD", "200ms"),
                        new Random(1));
                Members members = new Members(replicas)) {
            Logs logs = redis.stores(AccountSettings.demo().phoneNumberId()).fleet().logs();
            Trail trail = Trail.of(logs, KEEP);
            Instant started = Instant.now();
            change(file, write(whatsApp.groups(), replicas));
            awaitCases(logs, MESSAGES);
            write(file, rules(CHANGES + 1));
            Duration takenOver = awaitVersion(logs, members, whatsApp.groups().getFirst());
            Duration length = Duration.between(started, Instant.now());
            List<Case> cases = trail.all().filter(one -> String.valueOf(one.text()).startsWith("casino")).toList();
            System.out.printf("reload: %d messages, %d cases, %d changes, %d versions in force, %d s; one more is in"
                    + " force on both replicas after %d ms%n", MESSAGES, cases.size(), CHANGES, versions(cases).size(),
                    length.toSeconds(), takenOver.toMillis());
            judge(cases, trail);
            assertThat(takenOver).isLessThan(TAKEN_OVER);
        }
    }

    /** Waits until the trail has so many entries, each of which opens a case. */
    private static void awaitCases(Logs logs, long count) {
        Log log = logs.log(Trail.NAME, KEEP);
        WhatsApp.awaitOrGiveUp(() -> log.last().map(LogEntry::number).orElse(0L) >= count, PATIENCE);
    }

    /** Begins to write all messages; returns the threads that do. */
    private static ExecutorService write(List<String> groups, Replicas replicas) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        long start = System.nanoTime();
        long pause = Duration.ofSeconds(SECONDS).toNanos() * GROUPS / MESSAGES;
        for (int place = 0; place < GROUPS; place++) {
            int member = MEMBER + place * MESSAGES;
            String group = groups.get(place);
            threads.execute(() -> {
                for (int i = 0; i < MESSAGES / GROUPS; i++) {
                    Pace.awaitNanos(start + i * pause);
                    replicas.deliver(Delivery.ofMessages(List.of(
                            Delivery.message(group, "wamid." + group + "." + i, "casino " + i, Instant.now())
                                    .replace("16505551234", "1650" + (member + i)))));
                }
            });
        }
        return threads;
    }

    private static void change(Path file, ExecutorService writing) {
        long start = System.nanoTime();
        long pause = Duration.ofSeconds(SECONDS).toNanos() / CHANGES;
        for (int version = 1; version <= CHANGES; version++) {
            Pace.awaitNanos(start + version * pause);
            if (version % WRONG == 0) {
                write(file, rules(version).replace("words:", "wrds:"));
                Pace.pause(Duration.ofNanos(pause / 3));
            }
            write(file, rules(version));
        }
        writing.close();
    }

    /** Writes messages until so many in a row are judged by one more version; returns how long it took. */
    private static Duration awaitVersion(Logs logs, Members members, String group) {
        Trail trail = Trail.of(logs, KEEP);
        Instant start = Instant.now();
        Set<String> wanted = Set.of(RuleFile.read(rules(CHANGES + 1), Path.of("")).id());
        for (int probe = 0; Instant.now().isBefore(start.plus(PATIENCE)); probe += PROBES) {
            Instant before = Instant.now();
            for (int i = probe; i < probe + PROBES; i++) {
                members.say(group, "probe-" + i, "a probe: casino");
            }
            awaitCases(logs, MESSAGES + probe + PROBES);
            if (versions(trail.search(CaseQuery.latest(PROBES).inGroup(group))).equals(wanted)) {
                return Duration.between(start, before);
            }
        }
        return PATIENCE;
    }

    private static Set<String> versions(List<Case> cases) {
        return cases.stream().map(Case::version).collect(Collectors.toSet());
    }

    private static void judge(List<Case> cases, Trail trail) {
        Map<String, String> notes = new HashMap<>();
        for (int version = 0; version <= CHANGES; version++) {
            notes.put(RuleFile.read(rules(version), Path.of("")).id(), "version " + version);
        }
        assertThat(cases.stream().map(one -> one.group() + " " + one.text()).collect(Collectors.toSet()))
                .as("messages with a case").hasSize(MESSAGES);
        assertThat(cases).as("cases").hasSize(MESSAGES).allSatisfy(one -> assertThat(one.deeds()).singleElement()
                .satisfies(deed -> assertThat(deed.get("text")).isEqualTo(notes.get(one.version()))));
        assertThat(versions(cases)).as("versions in force")
                .hasSizeGreaterThan((int) (CHANGES * MOST_OFTEN_SEEN));
        assertThat(trail.verify()).isEmpty();
    }
}
