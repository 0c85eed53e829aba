package dev.tertulia.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.redis.TestRedis;

import static org.assertj.core.api.Assertions.assertThat;

/** Load program: the pages of the console with many groups and cases, and many open overviews. */
class ConsoleLoad {

    private static final int GROUPS = Integer.getInteger("console.groups", 10_000);
    private static final int CASES = Integer.getInteger("console.cases", 100_000);
    private static final int VIEWERS = Integer.getInteger("console.viewers", 200);
    private static final int ROUNDS = Integer.getInteger("console.rounds", 40);
    private static final int WARMUP = 10;
    private static final Duration LENGTH = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMillis(100);
    private static final double MORE_COMMANDS = 1.5;
    private static final double MORE_CORES = 0.25;
    private static final double LEAST_UPDATES = 0.8;
    private static final String RULES = """
            policies:
              - name: community
                groups: { all: true }
                rules:
                  - name: words
                    mode: enforce
                    when: { words: [casino] }
                    then: [ { reply: "No casinos here, please." }, { strike: 1 } ]
            """;

    @TempDir
    private Path folder;

    @Test
    void pagesAreFastAndOpenOnesCostLittle() throws IOException {
        Path rules = Files.writeString(folder.resolve("moderation.yml"), RULES);
        try (WhatsApp whatsApp = new WhatsApp(GROUPS);
                TestRedis redis = TestRedis.start("--appendonly", "no");
                RedisBooks books = new RedisBooks(redis);
                Replicas replicas = Replicas.start(1, whatsApp, Map.of("REDIS_URI", redis.uri(), "TERTULIA_MODERATION",
                        rules.toString(), "TERTULIA_CONSOLE_PASSWORD", ConsoleViewer.PASSWORD), new Random(1));
                Members members = new Members(replicas)) {
            members.say(whatsApp.groups(), "1", "good morning");
            new ConsoleCases(redis.stores(AccountSettings.demo().phoneNumberId()).fleet().logs(), whatsApp.groups())
                    .open(CASES);
            System.out.printf("console: %d groups, %d cases, load of the machine %.1f%n", GROUPS, CASES,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());

            Map<String, Waits> times = times(replicas, whatsApp.groups());
            Use one = use(1, replicas, books);
            Use many = use(VIEWERS, replicas, books);

            assertThat(times).allSatisfy((page, waits) -> assertThat(waits.percentile(50)).as(page)
                    .isLessThan(LONGEST));
            assertThat(many.updates()).as("updates of all pages")
                    .isGreaterThan((int) (LEAST_UPDATES * VIEWERS * LENGTH.toSeconds()));
            assertThat(many.commands()).as("commands of Redis a second").isLessThan(one.commands() * MORE_COMMANDS + 5);
            assertThat(many.cores() - one.cores()).as("cores for the other pages").isLessThan(MORE_CORES);
        }
    }

    /** How long each page takes, for who reads it whole. */
    private static Map<String, Waits> times(Replicas replicas, List<String> groups) {
        Map<String, Waits> times = new LinkedHashMap<>();
        try (ConsoleViewer viewer = new ConsoleViewer(replicas.url())) {
            for (String page : pages(groups)) {
                IntStream.range(0, WARMUP).forEach(i -> viewer.look(page));
                Waits waits = new Waits();
                IntStream.range(0, ROUNDS).forEach(i -> waits.addAll(List.of(time(viewer, page))));
                System.out.printf("console: %s: %s%n", page, waits);
                times.put(page, waits);
            }
        }
        return times;
    }

    private static Duration time(ConsoleViewer viewer, String page) {
        long start = System.nanoTime();
        viewer.look(page);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static List<String> pages(List<String> groups) {
        String person = ConsoleCases.person(CASES).replace(' ', '+');
        return List.of("/console", "/console/groups", "/console/groups?q=77", "/console/groups/" + groups.getFirst(),
                "/console/broadcasts", "/console/moderation", "/console/moderation/cases",
                "/console/moderation/cases?state=open", "/console/moderation/cases?state=failed",
                "/console/moderation/cases?q=" + person,
                "/console/moderation/rules", "/console/moderation/rules/mode?rule=community/words",
                "/console/people?q=" + person, "/console/deliveries", "/console/numbers", "/console/settings");
    }

    /** What open pages cost: updates of all, the process's cores, and the commands of Redis a second. */
    private record Use(int updates, double cores, double commands) {}

    private static Use use(int viewers, Replicas replicas, RedisBooks books) {
        try (ConsoleViewer viewer = new ConsoleViewer(replicas.url())) {
            viewer.open(viewers);
            WhatsApp.awaitOrGiveUp(() -> viewer.updates() >= 2 * viewers, LENGTH);
            int updates = viewer.updates();
            Duration cpu = cpu(replicas);
            long commands = commands(books);
            long start = System.nanoTime();
            Pace.pause(LENGTH);
            double seconds = (System.nanoTime() - start) / 1e9;
            Use use = new Use(viewer.updates() - updates, cpu(replicas).minus(cpu).toNanos() / 1e9 / seconds,
                    (commands(books) - commands) / seconds);
            System.out.printf("console: %d open pages: %d updates in %.0f s, %.3f cores, %.0f commands of Redis a"
                    + " second%n", viewers, use.updates(), seconds, use.cores(), use.commands());
            return use;
        }
    }

    private static Duration cpu(Replicas replicas) {
        return ProcessHandle.of(replicas.pid()).flatMap(process -> process.info().totalCpuDuration()).orElseThrow();
    }

    private static long commands(RedisBooks books) {
        return books.calls().values().stream().mapToLong(Long::longValue).sum();
    }
}
